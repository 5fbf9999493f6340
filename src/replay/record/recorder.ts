import type { InspectionEvent } from 'xstate';
import type { AppSessionActor, AppSessionEvent } from '../../machines/app-session.ts';
import type { FormEntryActor, FormEntryEvent } from '../../machines/form-entry.ts';
import type { SyncActor } from '../../machines/sync.ts';
import type { ListScreen } from '../../suite/screen.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { Edit, Transaction } from '../../xforms/transaction.ts';
import type { LineOf, RecordingLine } from '../format/line-shapes.ts';
import { RECORDING_VERSION } from '../format/recording.ts';
import type { Unplaced } from '../format/write-recording.ts';
import { writeRecording } from '../format/write-recording.ts';
import { labelOf } from '../play/explain.ts';
import { recordedWorld } from './recorded-world.ts';
import { Redactor } from './redactor.ts';
import { submitOutcome } from './submit-outcome.ts';

type Line = Unplaced<RecordingLine>;
type InspectedEvent = Extract<InspectionEvent, { type: '@xstate.event' }>;

export interface RecorderOptions {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  readonly timeZone: string;
  /** In [0, 1). */
  readonly random: () => number;
  /** The app, as the recording will name it: relative to the file where it is kept. */
  readonly app: string;
  readonly title?: string;
  /** False writes down what was really answered: such a recording is about real people. */
  readonly redact?: boolean;
}

/** The clock is written down when it has moved so far, in milliseconds: forms tell days and minutes. */
const NOTICEABLE = 60_000;

/**
 * Writes down what one person does, from the events of their session. Hand {@link inspect} to `createActor` of the session
 * machine, and of the sync machine where there is one. Whatever is typed into one question in a row is one answer.
 */
export class Recorder {
  readonly #lines: Line[] = [];
  /** Where the lines begin in which a turn may still follow: those since the form was opened that was heard last. */
  #unfolded = 0;
  readonly #options: RecorderOptions;
  readonly #redactor: Redactor | undefined;
  /** The form that is open, and how to stop listening to it. */
  #heard: { readonly form: FormInstance; readonly stop: () => void } | undefined;
  /** A line that only what follows completes: what became of a form, the title of a draft. */
  #pending: (() => Line) | undefined;
  #lastNow: number;
  #begun = false;
  #stopped = false;
  #failure: Error | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#redactor = (options.redact ?? true) ? new Redactor(options.random) : undefined;
    this.#lastNow = options.now();
  }

  /** The recording so far. What became of the last act may still change. */
  text(): string {
    const last = this.#pending?.();
    const latest = this.#lines.slice(this.#unfolded);
    if (last !== undefined) latest.push(last);
    return writeRecording([...this.#lines.slice(0, this.#unfolded), ...folded(latest)]);
  }

  /** Whether it has stopped: because it was told to, or because something could not be written down. */
  get isStopped(): boolean {
    return this.#stopped;
  }

  /** What could not be written down, and ended the recording there. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Nothing that is done from now on is written down, also in the form that is open. */
  stop(): void {
    if (this.#stopped) return;
    this.#attempt(() => this.#settle());
    this.#end();
  }

  /** Hears every event before it is handled; those that machines send each other are passed over. */
  readonly inspect = (inspected: InspectionEvent): void => {
    if (inspected.type !== '@xstate.event' || inspected.sourceRef !== undefined) return;
    this.#attempt(() => this.#event(inspected));
  };

  /** Whatever goes wrong in here ends the recording: what the person does is done all the same. */
  #attempt(write: () => void): void {
    if (this.#stopped) return;
    try {
      write();
    } catch (error) {
      this.#failure = error as Error;
      this.#end();
    }
  }

  #end(): void {
    this.#stopped = true;
    this.#pending = undefined;
    this.#heard?.stop();
    this.#heard = undefined;
  }

  #event({ actorRef, event }: InspectedEvent): void {
    const { id } = actorRef as unknown as { readonly id: string };
    if (event.type === 'sync.request') this.#sync(actorRef as unknown as SyncActor);
    else if (id === 'formEntry')
      this.#formEvent(actorRef as unknown as FormEntryActor, event as FormEntryEvent);
    else if (isSession(actorRef)) this.#sessionEvent(actorRef, event as AppSessionEvent);
  }

  #sessionEvent(session: AppSessionActor, event: AppSessionEvent): void {
    const { value, context } = session.getSnapshot();
    const { workspace, screen } = context;
    if (workspace === undefined) return;
    this.#begin(session);
    this.#settle();
    switch (event.type) {
      case 'choose': {
        const choice = screen?.kind === 'menu' && screen.choices.find(({ id }) => id === event.id);
        if (choice) this.#at({ kind: 'open', subject: choice.text });
        break;
      }
      case 'select':
        // A row that is looked at is chosen when the person goes on.
        if (screen?.kind === 'list' && !screen.hasDetail) this.#select(session, screen, [event.id]);
        break;
      case 'selectMany':
        if (screen?.kind === 'list') this.#select(session, screen, event.ids);
        break;
      case 'continue':
        if (value === 'explainingOwner') this.#add({ kind: 'fillInFirst', subject: true });
        if (value === 'showingDetail' && context.selected && screen?.kind === 'list')
          this.#select(session, screen, [context.selected.id]);
        break;
      case 'act': {
        const action = screen?.kind === 'list' ? screen.actions[event.index] : undefined;
        if (action !== undefined) this.#add({ kind: 'act', subject: action.text });
        break;
      }
      case 'followCell':
        if (screen?.kind === 'list') {
          const column = screen.columns[event.column]?.header ?? '';
          this.#add({ kind: 'follow', subject: this.#rowName(session, screen, event.id), column });
        }
        break;
      case 'back':
        if (value !== 'showingDetail') this.#add({ kind: 'back', subject: true });
        break;
      case 'goTo':
        this.#goTo(
          workspace.session.breadcrumbs.map(({ index }) => index),
          event.index,
        );
        break;
      case 'language':
        this.#add({ kind: 'language', subject: event.language });
        break;
      case 'resumeDraft':
        this.#pending = () => {
          const title = session.getSnapshot().context.opened?.title ?? '';
          return { kind: 'resume', subject: title };
        };
        break;
    }
  }

  #formEvent(entry: FormEntryActor, event: FormEntryEvent): void {
    const snapshot = entry.getSnapshot();
    this.#listen(snapshot.context.form);
    switch (event.type) {
      case 'undo':
      case 'redo':
        if (snapshot.can(event)) this.#add({ kind: event.type, subject: true });
        break;
      case 'complete':
        this.#settle();
        this.#pending = () => ({ kind: 'submit', subject: true, ...submitOutcome(entry) });
        break;
      case 'owner.choose':
        this.#settle();
        this.#pending = () => ({
          ...{ kind: 'chooseOwner', subject: event.ownerId },
          ...onlyOutcome(submitOutcome(entry)),
        });
        break;
      case 'owner.confirm':
        this.#add({ kind: 'confirmOwner', subject: true });
        break;
      case 'resume':
      case 'leave':
        this.#add({ kind: 'back', subject: true });
        break;
    }
  }

  #sync(sync: SyncActor): void {
    if (!this.#begun || sync.getSnapshot().value === 'syncing') return;
    this.#settle();
    this.#pending = () => {
      const outcome = sync.getSnapshot().context.report?.end.kind ?? 'done';
      return { kind: 'sync', subject: true, ...(outcome !== 'done' && { outcome }) };
    };
  }

  /** What the form made of it: with an answer that was refused comes the reason. */
  #listen(form: FormInstance): void {
    if (this.#heard?.form === form) return;
    this.#heard?.stop();
    this.#fold();
    const stop = form.onTransaction((transaction) => {
      if (transaction.source !== 'user') return;
      this.#attempt(() => {
        for (const edit of transaction.edits) this.#edit(form, edit, transaction);
      });
    });
    this.#heard = { form, stop };
  }

  /** What was done to the forms before is settled: a turn reaches no further back than to where its form was opened. */
  #fold(): void {
    for (const line of folded(this.#lines.splice(this.#unfolded))) this.#lines.push(line);
    this.#unfolded = this.#lines.length;
  }

  #edit(form: FormInstance, edit: Edit, { refusals, follows }: Transaction): void {
    this.#settle();
    const refusal = refusals.find((each) => each.edit === edit);
    if (edit.kind === 'setValue') this.#answer(form, edit, refusal?.reason, follows);
    // What cannot be done to a repeat is not offered to a person.
    else if (edit.kind !== 'setLanguage' && refusal === undefined)
      this.#add({ kind: edit.kind, subject: edit.ref });
  }

  #answer(
    form: FormInstance,
    { ref, value }: Edit & { kind: 'setValue' },
    reason: Transaction['refusals'][number]['reason'] | undefined,
    follows: Transaction['follows'],
  ): void {
    const node = form.node(ref);
    if (node === undefined || reason === 'noSuchNode') return;
    const question = labelOf(form, node);
    this.#add({
      ...{ kind: 'answer', subject: node.ref },
      value: this.#redactor?.answer(form, node, value) ?? value,
      ...(question !== '' && this.#redactor === undefined && { question }),
      ...(reason !== undefined && { refused: reason }),
      ...(follows && { follows }),
    });
  }

  #select(session: AppSessionActor, screen: ListScreen, ids: readonly string[]): void {
    const names = ids.map((id) => this.#rowName(session, screen, id));
    const [only = '', ...others] = names;
    this.#add({ kind: 'select', subject: others.length === 0 ? only : names });
  }

  /** What a row is called in the recording: its case's name, or its id where that is not clear. */
  #rowName(session: AppSessionActor, screen: ListScreen, id: string): string {
    const database = session.getSnapshot().context.workspace?.sandbox.database;
    const name = database?.get(id)?.caseName;
    const isOnly =
      screen.rows.filter((row) => database?.get(row.id)?.caseName === name).length === 1;
    return name === undefined || !isOnly ? id : (this.#redactor?.text(name) ?? name);
  }

  /** A breadcrumb is so many steps back, and the first one is home. */
  #goTo(crumbs: readonly number[], index: number): void {
    if (index === 0) {
      this.#add({ kind: 'home', subject: true });
      return;
    }
    const steps = crumbs.filter((crumb) => crumb > index).length;
    for (let step = 0; step < steps; step += 1) this.#add({ kind: 'back', subject: true });
  }

  #begin(session: AppSessionActor): void {
    const { workspace } = session.getSnapshot().context;
    if (this.#begun || workspace === undefined) return;
    const { timeZone, app, title } = this.#options;
    const header: Unplaced<LineOf<'recording'>> = {
      ...{ kind: 'recording', subject: RECORDING_VERSION, ...(title !== undefined && { title }) },
      ...{ app, version: workspace.app.profile.version, user: workspace.user.userId },
      ...{ now: this.#instant(this.#lastNow), timeZone, language: workspace.language, seed: 1 },
    };
    const world = recordedWorld(workspace, this.#redactor);
    this.#begun = true;
    this.#lines.push(header);
    for (const line of world) this.#lines.push(line);
  }

  /** A line before which the clock may have moved. */
  #at(line: Line): void {
    const now = this.#options.now();
    if (now - this.#lastNow >= NOTICEABLE) {
      this.#lastNow = now;
      this.#add({ kind: 'setNow', subject: this.#instant(now) });
    }
    this.#add(line);
  }

  #add(line: Line): void {
    this.#settle();
    this.#lines.push(line);
  }

  #settle(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.#lines.push(pending());
  }

  #instant(time: number): string {
    return new Date(this.#redactor?.time(time) ?? time).toISOString();
  }
}

function onlyOutcome({ outcome }: ReturnType<typeof submitOutcome>) {
  return outcome === undefined ? {} : { outcome };
}

function isTurn({ kind }: Line): boolean {
  return kind === 'undo' || kind === 'redo';
}

/** The lines of a form with the last of several answers to a question in a row, as while a text is typed. One undo takes one of them back. */
function folded(lines: readonly Line[]): readonly Line[] {
  if (lines.some(isTurn)) return lines;
  return lines.filter((line, at) => {
    const next = lines[at + 1];
    return !(line.kind === 'answer' && next?.kind === 'answer' && next.subject === line.subject);
  });
}

function isSession(actor: unknown): actor is AppSessionActor {
  return (actor as { readonly logic?: { readonly id?: string } }).logic?.id === 'appSession';
}
