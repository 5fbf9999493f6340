import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import type { AppDefinition } from './app-definition.ts';
import type { AppWorld } from './app-world.ts';
import { buildScreen, errorScreen, fault } from './build-screen.ts';
import { faultMessage } from './app-fault.ts';
import { buildPersistentTile } from './persistent-tile.ts';
import { buildDetailTabs } from './detail-tabs.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import { ROOT_MENU } from './menu.ts';
import type { Need } from './needed-data.ts';
import { collectDatums, currentCommand, entriesOf, neededData } from './needed-data.ts';
import { runStack } from './run-stack.ts';
import type { QueryAnswers } from './query-datum.ts';
import type { DetailTab, PersistentTile, QueryScreen, Screen } from './screen.ts';
import type { SessionAddress } from './session-address.ts';
import { addressOf, retrace } from './session-address.ts';
import { SessionInstances } from './session-instances.ts';
import type { DatumStep, SessionFrame, SessionStep } from './session-step.ts';
import { isOfPerson, openQuery, sameStep } from './session-step.ts';
import type { EntityDatum } from './session-datum.ts';
import type { StackOperation } from './stack-operation.ts';

/** One place that the person went through; hand its index to {@link AppSession.goTo}. */
export interface Breadcrumb {
  readonly index: number;
  readonly text: string;
}

/** What the stack of an endpoint may read: it belongs to no entry that could declare more. */
const COMMON_INSTANCES: readonly InstanceDeclaration[] = [
  { id: 'casedb', src: 'jr://instance/casedb' },
  { id: 'commcaresession', src: 'jr://instance/session' },
];

/** Every instance that the app declares at any of its places. */
export function declaredInstances(app: AppDefinition): readonly InstanceDeclaration[] {
  const declared = [...app.entries.values()].flatMap((entry) => entry.instances);
  return [...new Map([...declared, ...COMMON_INSTANCES].map((each) => [each.id, each])).values()];
}

/** More automatic steps than this in a row mean that the app goes in circles. */
const MAX_AUTOMATIC_STEPS = 50;

/**
 * What one person has chosen in an app, and what is asked next. Choices are methods; each returns the screen that
 * follows. What the app got wrong becomes an `ErrorScreen`, from which {@link AppSession.back} leads out.
 */
export class AppSession {
  readonly app: AppDefinition;
  readonly #world: AppWorld;
  #frame: SessionFrame = [];
  /** Frames to return to after this one, with the frame that they presuppose. */
  #pending: readonly SessionFrame[] = [];
  #snapshot: SessionFrame = [];
  /** The frame whose post has been sent. */
  #posted: SessionFrame | undefined;
  /** Answers to the prompts of the query that this frame asks. */
  #answers: { readonly frame: SessionFrame; readonly values: QueryAnswers } | undefined;
  #interruption: Screen | undefined;
  #screen: Screen | undefined;
  #tile: { readonly of: PersistentTile | undefined } | undefined;
  #instances: SessionInstances;
  /** What the person had chosen at each address, with texts of rows and answers of searches. */
  readonly #visited = new Map<string, SessionFrame>();

  /** `frame` resumes a session: the value of {@link AppSession.frame} of an earlier one. */
  constructor(app: AppDefinition, world: AppWorld, frame: SessionFrame = []) {
    this.app = app;
    this.#world = world;
    this.#instances = new SessionInstances(app, world, frame);
    this.#move(frame);
  }

  /** The steps so far: plain data, from which the session can be resumed. */
  get frame(): SessionFrame {
    return this.#frame;
  }

  /** `session/data` by datum id. */
  get datums(): Readonly<Record<string, string>> {
    return collectDatums(this.#frame);
  }

  /** What the person chose so far, short enough for an address. */
  get address(): SessionAddress {
    return addressOf(this.#frame);
  }

  /** What the person sees now. */
  get screen(): Screen {
    this.#screen ??= this.#interruption ?? this.#build();
    return this.#screen;
  }

  /** The tile of the row that was chosen last and stays in sight; `undefined` where the app wants none. */
  get persistentTile(): PersistentTile | undefined {
    this.#tile ??= { of: this.#buildTile() };
    return this.#tile.of;
  }

  /** Where the person is, beginning with the app itself. */
  get breadcrumbs(): readonly Breadcrumb[] {
    const crumbs: Breadcrumb[] = [{ index: 0, text: this.app.profile.name }];
    for (const [index, step] of this.#frame.entries()) {
      const text = isOfPerson(step) ? this.#stepText(step) : '';
      if (text !== '') crumbs.push({ index: index + 1, text });
    }
    return crumbs;
  }

  /** Chooses a command of a menu. */
  choose(commandId: string): Screen {
    return this.#move([...this.#frame, { kind: 'command', id: commandId }]);
  }

  /** Settles a datum before it is asked for, as stacks of an app do. */
  settle(id: string, value: string): Screen {
    const automatic = !this.#isChosen(id);
    return this.#move([...this.#frame, { kind: 'datum', id, value, automatic }]);
  }

  /** Chooses a row. An id that is not in the list gives an error screen and changes nothing. */
  select(id: string): Screen {
    return this.#selectRows([id], (label) => this.#datumStep(id, label));
  }

  /** Chooses several rows where the list allows it. */
  selectMany(ids: readonly string[]): Screen {
    return this.#selectRows(ids, (label) => ({
      ...this.#datumStep(this.#world.environment.uuid(), label),
      chosen: ids,
    }));
  }

  /** Runs the action of a list, by its index in {@link ListScreen.actions}. */
  act(index: number): Screen {
    const need = this.#need();
    const detailId =
      need.kind === 'datum' && need.datum.kind === 'entity' && need.datum.detailSelect;
    const action = detailId && this.app.details.get(detailId)?.actions[index];
    if (!action) throw new RangeError(`This screen has no action ${index}`);
    return this.#runStack(action.stack, false);
  }

  /** Answers prompts of a `QueryScreen`, by key; choices and checks of the others follow. */
  answerPrompts(answers: QueryAnswers): Screen {
    const { answers: present } = this.#requireQuery();
    this.#answers = { frame: this.#frame, values: { ...present, ...answers } };
    return this.refresh();
  }

  /** Takes what the search server answers to the present `QueryScreen`; an answer that is no XML is an error screen. */
  answerQuery(xml: string): Screen {
    const { datum, answers, title, url } = this.#requireQuery();
    const root = readResults(xml, url);
    if (root === undefined) return this.#interrupt(fault(`${url} answers with something else.`));
    if (datum === undefined) return this.#answerOpenQuery(root);
    const { id, caseTemplate } = datum;
    const step = { id, url, root, caseTemplate, inputs: answers, label: title };
    return this.#move([...this.#frame, { kind: 'query', ...step }]);
  }

  /** Back to what the person was asked before; automatic steps are gone past. Home stays home. */
  back(): Screen {
    let frame = this.#frame;
    let popped: SessionStep | undefined;
    do {
      popped = frame.at(-1);
      frame = frame.slice(0, -1);
      if (popped?.kind === 'query') this.#answers = { frame, values: popped.inputs };
    } while (frame.length > 0 && this.#passesOver(frame, popped));
    return this.#move(frame);
  }

  /** Back to a breadcrumb. */
  goTo(index: number): Screen {
    return this.#move(this.#frame.slice(0, Math.max(0, index)));
  }

  /**
   * To a place of this app by its address, as far as what it names is still there. Frames that were waiting are dropped.
   */
  goToAddress(address: SessionAddress): Screen {
    const frame = this.#visited.get(JSON.stringify(address));
    this.home();
    return frame === undefined ? retrace(this, address) : this.#move(frame);
  }

  /** Back to the first menu; frames that were waiting are dropped. */
  home(): Screen {
    this.#pending = [];
    this.#snapshot = [];
    return this.#move([]);
  }

  /** Asks everything again: after a sync, a submitted form or a change of language. */
  refresh(): Screen {
    return this.#move(this.#frame);
  }

  /**
   * Opens a place by its id, as an address from outside does. Arguments are variables of its stack; a missing one or an
   * unknown id is an error screen.
   */
  openEndpoint(id: string, values: Readonly<Record<string, string>> = {}): Screen {
    const endpoint = this.app.endpoints.get(id);
    const missing = endpoint?.arguments.find((name) => !Object.hasOwn(values, name));
    this.home();
    if (endpoint === undefined) return this.#interrupt(fault(`The app has no place “${id}”.`));
    if (missing !== undefined) {
      return this.#interrupt(fault(`The address of “${id}” has no value for ${missing}.`));
    }
    const evaluator = this.#evaluator(COMMON_INSTANCES).with(Object.entries(values));
    return this.#runStack(endpoint.stack, false, evaluator);
  }

  /**
   * The form (or the view, or the post) is finished: goes where the entry's stack leads, or home. Call it after the
   * form's cases have been applied, because the stack may look for them.
   */
  finish(): Screen {
    const need = this.#need();
    return this.#runStack(need.kind === 'done' ? need.entry.stack : [], true);
  }

  /** The request of a `PostScreen` has been answered well: on to the form, or to what follows the request. */
  finishPost(): Screen {
    const need = this.#need();
    if (need.kind === 'done' && need.entry.kind === 'remoteRequest') return this.finish();
    this.#posted = this.#frame;
    return this.refresh();
  }

  /** The long detail of a row of the list that is shown; empty when it has none. Throws the app's XPath errors. */
  detail(id: string): readonly DetailTab[] {
    const { entry, datum } = this.#requireEntity();
    const detail = this.app.details.get(datum.detailConfirm ?? datum.detailInline ?? '');
    const node = this.#rowNode(entry, datum, id);
    if (detail === undefined || node === undefined) return [];
    return buildDetailTabs(detail, node, this.#evaluator(entry.instances));
  }

  /** The document of an instance as menus, lists and the form of this session see it. */
  instance(src: string, id: string): XPathNode | undefined {
    return this.#instances.instance(src, id);
  }

  /** The text of an expression as the session stands, without a form. Throws what evaluating it throws. */
  evaluate(expression: string, instances: readonly InstanceDeclaration[]): string {
    return this.#evaluator(instances).string(expression);
  }

  /** What an expression reaches at this place if it declares every instance that the app declares anywhere: for looking in. */
  get scope(): XPathScope {
    return this.#evaluator(declaredInstances(this.app));
  }

  #answerOpenQuery(root: XmlElement): Screen {
    const open = openQuery(this.#frame);
    return this.#move(this.#frame.map((step) => (step === open ? { ...open, root } : step)));
  }

  #move(frame: SessionFrame): Screen {
    this.#interruption = undefined;
    this.#setFrame(frame);
    for (let steps = 0; steps < MAX_AUTOMATIC_STEPS; steps += 1) {
      const step = this.#interruption === undefined ? this.#automaticStep() : undefined;
      if (step === undefined) return this.#arrive();
      this.#setFrame([...this.#frame, step]);
    }
    return this.#interrupt(fault('The app goes in circles here.'));
  }

  #arrive(): Screen {
    // Without computed ids: a form that is opened a second time makes another case.
    this.#visited.set(JSON.stringify(this.address), this.#frame.filter(isOfPerson));
    return this.screen;
  }

  #setFrame(frame: SessionFrame): void {
    this.#frame = frame;
    this.#screen = undefined;
    this.#tile = undefined;
    this.#instances = new SessionInstances(this.app, this.#world, frame);
  }

  #need(frame: SessionFrame = this.#frame): Need {
    return neededData(this.app, frame, ROOT_MENU);
  }

  #automaticStep(): SessionStep | undefined {
    if (openQuery(this.#frame) !== undefined) return undefined;
    const need = this.#need();
    if (need.kind === 'command') return this.#onlyCommand();
    if (need.kind !== 'datum' || need.datum.kind === 'query') return undefined;
    const { entry, datum } = need;
    try {
      const value =
        datum.kind === 'computed'
          ? this.#evaluator(entry.instances).string(datum.function)
          : this.#onlyRow(entry, datum);
      return value === undefined
        ? undefined
        : { kind: 'datum', id: datum.id, value, automatic: true };
    } catch (error) {
      this.#interruption = errorScreen(error, `${entry.commandId}, datum ${datum.id}`);
      return undefined;
    }
  }

  #onlyCommand(): SessionStep | undefined {
    if (this.#world.advancesMenus !== true || this.screen.kind !== 'menu') return undefined;
    const [choice, ...others] = this.screen.choices;
    if (choice === undefined || others.length > 0) return undefined;
    return { kind: 'command', id: choice.id, automatic: true };
  }

  #onlyRow(entry: Entry, datum: EntityDatum): string | undefined {
    // A row with a detail is shown before it is confirmed, also when it is the only one.
    if (!datum.autoselect || datum.detailConfirm !== undefined) return undefined;
    const evaluator = this.#evaluator(entry.instances);
    const [node, ...others] = evaluator.nodes(datum.nodeset);
    return node && others.length === 0 ? evaluator.at(node).string(datum.value) : undefined;
  }

  #passesOver(frame: SessionFrame, popped: SessionStep | undefined): boolean {
    // A mark goes with the step that follows it; what lies before it is the person's own place.
    if (popped !== undefined && popped.kind !== 'mark' && !isOfPerson(popped)) return true;
    if (frame.at(-1)?.kind === 'mark') return true;
    const need = this.#need(frame);
    return need.kind === 'done' || (need.kind === 'datum' && need.datum.kind === 'computed');
  }

  #selectRows(ids: readonly string[], step: (label: string) => DatumStep): Screen {
    const { entry, datum } = this.#requireEntity();
    const missing = ids.find((id) => this.#rowNode(entry, datum, id) === undefined);
    if (missing !== undefined) {
      return fault(`“${missing}” is not in this list any more.`);
    }
    if (ids.length > (datum.maxSelect ?? 1)) {
      return fault(`At most ${datum.maxSelect ?? 1} can be chosen here.`);
    }
    return this.#move([...this.#frame, step(this.#labels(ids))]);
  }

  #datumStep(value: string, label: string): DatumStep {
    const { datum } = this.#requireEntity();
    return { kind: 'datum', id: datum.id, value, automatic: false, label };
  }

  #labels(ids: readonly string[]): string {
    const screen = this.screen;
    if (screen.kind !== 'list') return ids.join(', ');
    const visible = screen.columns.findIndex((column) => !column.hidden && column.form === '');
    const chosen = screen.rows.filter((row) => ids.includes(row.id));
    return chosen.map((row) => row.cells[Math.max(0, visible)] ?? row.id).join(', ');
  }

  #rowNode(entry: Entry, datum: EntityDatum, id: string): XPathNode | undefined {
    const evaluator = this.#evaluator(entry.instances);
    const nodes = evaluator.nodes(datum.nodeset);
    return nodes.find((node) => evaluator.at(node).string(datum.value) === id);
  }

  #requireQuery(): QueryScreen {
    const { screen } = this;
    if (screen.kind !== 'query') throw new RangeError('This screen does not ask for a query');
    return screen;
  }

  #requireEntity(): { readonly entry: Entry; readonly datum: EntityDatum } {
    const need = this.#need();
    if (need.kind !== 'datum' || need.datum.kind !== 'entity') {
      throw new RangeError('This screen is no list');
    }
    return { entry: need.entry, datum: need.datum };
  }

  #runStack(
    operations: readonly StackOperation[],
    ended: boolean,
    evaluator: Evaluator = this.#evaluator(this.#needingEntry()?.instances ?? []),
  ): Screen {
    try {
      const result = runStack(operations, this.#frame, {
        evaluator,
        neededDatumId: (next) => this.#neededDatumId(next),
        isChosen: (id) => this.#isChosen(id),
      });
      if (result.link !== undefined) return this.#interrupt({ kind: 'link', url: result.link });
      this.#pending = [...this.#validPending(), ...result.created];
      if (result.created.length > 0 || (ended && !result.rewound)) return this.#nextFrame();
      return this.#move(result.frame);
    } catch (error) {
      return this.#interrupt(
        errorScreen(error, `what follows ${this.#needingEntry()?.commandId ?? 'this'}`),
      );
    }
  }

  #needingEntry(): Entry | undefined {
    const need = this.#need();
    return need.kind === 'command' ? undefined : need.entry;
  }

  /** Waiting frames presuppose how this one began; when the person went elsewhere, they mean nothing any more. */
  #validPending(): readonly SessionFrame[] {
    const kept = this.#snapshot.every((step, index) => sameStep(step, this.#frame[index]));
    return kept ? this.#pending : [];
  }

  #nextFrame(): Screen {
    const next = this.#pending.at(-1);
    if (next === undefined) return this.home();
    this.#pending = this.#pending.slice(0, -1);
    this.#snapshot = this.#pending.length > 0 ? next : [];
    return this.#move(next);
  }

  #neededDatumId(frame: SessionFrame): string | undefined {
    const need = this.#need(frame);
    return need.kind === 'datum' ? need.datum.id : undefined;
  }

  #isChosen(datumId: string): boolean {
    for (const entry of this.app.entries.values()) {
      if (entry.datums.some((datum) => datum.kind === 'entity' && datum.id === datumId))
        return true;
    }
    return false;
  }

  #interrupt(screen: Screen): Screen {
    this.#interruption = screen;
    this.#screen = undefined;
    return this.screen;
  }

  #build(): Screen {
    return buildScreen(this.#need(), {
      app: this.app,
      world: this.#world,
      datums: this.datums,
      posted: this.#posted === this.#frame,
      openQuery: openQuery(this.#frame),
      answers: this.#answers?.frame === this.#frame ? this.#answers.values : undefined,
      evaluator: (declarations) => this.#evaluator(declarations),
    });
  }

  #buildTile(): PersistentTile | undefined {
    const entries = entriesOf(this.app, currentCommand(this.#frame) ?? '');
    for (const step of this.#frame.toReversed()) {
      for (const entry of step.kind === 'datum' ? entries : []) {
        const datum = entry.datums.find(({ id }) => id === step.id);
        const tile = datum?.kind === 'entity' && this.#tileOf(entry, datum, step);
        if (tile) return tile;
      }
    }
    return undefined;
  }

  /** What the app got wrong about it must not take the page away below it. */
  #tileOf(entry: Entry, datum: EntityDatum, step: SessionStep): PersistentTile | undefined {
    const detail = this.app.details.get(datum.detailPersistent ?? '');
    if (detail === undefined || step.kind !== 'datum') return undefined;
    try {
      const node = this.#rowNode(entry, datum, step.value);
      return node && buildPersistentTile(detail, node, this.#evaluator(entry.instances));
    } catch (error) {
      faultMessage(error, detail.id);
      return undefined;
    }
  }

  #evaluator(declarations: readonly InstanceDeclaration[]): Evaluator {
    return this.#instances.evaluator(declarations);
  }

  #stepText(step: SessionStep): string {
    if (step.kind === 'datum') return step.label ?? step.value;
    if (step.kind === 'query') return step.label ?? '';
    const menu = this.app.menus.find(({ id }) => id === step.id);
    const display = menu?.display ?? this.app.entries.get(step.id)?.display;
    const instances = entriesOf(this.app, step.id).flatMap((entry) => entry.instances);
    return display === undefined ? step.id : this.#evaluator(instances).readable(display.text);
  }
}

function readResults(xml: string, url: string): XmlElement | undefined {
  try {
    return parseXml(xml, url);
  } catch (error) {
    if (error instanceof XmlParseError) return undefined;
    throw error;
  }
}
