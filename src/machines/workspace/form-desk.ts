import type { Case, CaseId } from '../../case/case.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import type { FormScreen } from '../../suite/screen.ts';
import type { AppSession } from '../../suite/app-session.ts';
import type { SessionAddress } from '../../suite/session-address.ts';
import type { SessionFrame } from '../../suite/session-step.ts';
import { sessionDocument } from '../../suite/session-instance.ts';
import type { Draft } from '../../sync/draft.ts';
import type { DraftChange } from '../../sync/draft-changes.ts';
import { draftChanges } from '../../sync/draft-changes.ts';
import type { FutureCase } from '../../sync/preview-form.ts';
import { previewForm } from '../../sync/preview-form.ts';
import { submitForm } from '../../sync/submit-form.ts';
import type { UserSandbox } from '../../sync/user-sandbox.ts';
import { answeredShare } from '../../xforms/answered-share.ts';
import type { Environment } from '../../xforms/environment.ts';
import { FormInstance } from '../../xforms/form-instance.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';
import { answeredTexts } from '../answered-texts.ts';
import { draftsOf, keptWay, wayToKeep } from '../draft-opening.ts';
import type { DraftState } from '../form-entry.ts';
import { FilesInKeeping } from './files-in-keeping.ts';
import { FormDefinitions } from './form-definitions.ts';
import type { AttachedFile, FinishedWork, OpenedForm } from './opened-form.ts';
import type { WorkspaceInput } from './workspace-input.ts';
import type { WorkspaceWorld } from './workspace-world.ts';

type FindInstance = Environment['instance'];

/** What forms are opened with. */
export interface FormDeskInput extends Pick<WorkspaceInput, 'app' | 'sandbox' | 'environment'> {
  readonly appId: string;
  readonly session: AppSession;
  readonly world: WorkspaceWorld;
}

/** Opens the forms of an app, keeps them as drafts, and hands them over when they are finished. */
export class FormDesk {
  readonly #input: FormDeskInput;
  readonly #definitions: FormDefinitions;
  /** Drafts that what they were begun with is kept for. */
  readonly #keptOpenings = new Set<string>();
  readonly #files = new FilesInKeeping();

  constructor(input: FormDeskInput) {
    this.#input = input;
    this.#definitions = FormDefinitions.of(input.app);
  }

  /** What was begun before of the form that the session has come to, for the same cases; newest first. */
  async findDrafts(): Promise<readonly Draft[]> {
    const { screen } = this.#session;
    if (screen.kind !== 'form') return [];
    const cases = Object.values(screen.datums).flatMap(
      (id) => this.#sandbox.database.get(id) ?? [],
    );
    return this.#draftsOf(screen.xmlns, cases);
  }

  /** Opens the form that the session has come to. Throws what parsing it throws. */
  open({ xmlns, title, datums }: FormScreen): OpenedForm {
    const instance: FindInstance = (src, id) => this.#session.instance(src, id);
    const source = this.#definitions.sourceOf(xmlns);
    const definition = this.#definitions.definitionOf(source);
    const form = FormInstance.create(definition, this.#formOptions(instance));
    const draftId = this.#input.environment.uuid();
    const opening = { form: source, ...wayToKeep(this.#session.frame) };
    return this.#opened(form, { title, datums, draftId, opening });
  }

  /**
   * Goes on with a form that was left, at the place where it was opened, with the questions as they were then. Rejects with what
   * parsing it throws.
   */
  async resume(id: string): Promise<OpenedForm> {
    const draft = await this.#sandbox.store.readDraft(id);
    if (draft === undefined) throw new Error('This draft is not on this computer any more');
    const kept = await this.#sandbox.store.readDraftOpening(id);
    const opening = kept ?? { form: this.#definitions.sourceOf(draft.formKey) };
    const definition = this.#definitions.definitionOf(opening.form);
    this.#goBackTo(draft, keptWay(kept));
    const session = sessionDocument({ ...this.#input.world.sessionData, datums: draft.datums });
    const instance: FindInstance = (src, id) =>
      src === 'jr://instance/session' ? session : this.#session.instance(src, id);
    const options = this.#formOptions(instance);
    const form = FormInstance.restore(definition, draft.instanceXml, options);
    if (kept !== undefined) this.#keptOpenings.add(id);
    return this.#opened(form, {
      ...draft,
      ...{ draftId: id, begun: draft, leftAt: draft.position, opening },
      hasNewQuestions: kept === undefined,
    });
  }

  /** What is another now than when a draft of this app was begun: its form, and its cases. */
  changesOf(draft: Draft): readonly DraftChange[] {
    const find = (id: CaseId) => this.#sandbox.database.get(id);
    return draftChanges(draft, find, this.#definitions.versionOf(draft.formKey));
  }

  /** Keeps a draft of the form; resolves to the time of saving, in milliseconds since 1970. */
  async saveDraft(opened: OpenedForm, { ownerPending, page }: DraftState): Promise<number> {
    const savedAt = this.#input.environment.now();
    const opening = this.#keepOpening(opened);
    const draft = this.#sandbox.store.saveDraft({
      id: opened.draftId,
      app: this.#input.appId,
      formKey: opened.form.definition.xmlns,
      instanceXml: opened.form.draftXml(),
      title: opened.title,
      caseName: opened.openedWith.at(-1)?.caseName ?? nameGiven(opened),
      savedAt,
      datums: opened.datums,
      address: JSON.stringify(opened.address),
      ownerPending,
      ...(page !== undefined && { position: page }),
      answered: answeredShare(opened.form),
      ...opened.begun,
    });
    // Both are begun at once: a form that is sent meanwhile ends its draft after them.
    await Promise.all([opening, draft]);
    return savedAt;
  }

  /** With the first answers: a draft goes on with the questions that it was begun with. */
  async #keepOpening({ draftId, opening }: OpenedForm): Promise<void> {
    if (this.#keptOpenings.has(draftId)) return;
    await this.#sandbox.store.saveDraftOpening(draftId, opening);
    this.#keptOpenings.add(draftId);
  }

  /**
   * Keeps a file beside the draft that names it. A form that is sent meanwhile waits for it, and is not sent when `file` cannot be read
   * or kept. Rejects then, too.
   */
  attach(
    { draftId }: OpenedForm,
    name: string,
    file: AttachedFile | Promise<AttachedFile>,
  ): Promise<void> {
    const keep = async (): Promise<void> =>
      this.#sandbox.store.saveDraftAttachment(draftId, { name, ...(await file) });
    const keeping = keep();
    this.#files.add(draftId, name, keeping);
    return keeping;
  }

  /** The cases as they will be when the form has been sent, and who will hold them. */
  preview({ form }: OpenedForm): readonly FutureCase[] {
    return previewForm(this.#sandbox, form.submissionXml(), this.#input.environment.now());
  }

  /**
   * Cases and outbox take the finished form over; with it end the drafts of the same form for the same cases. Rejects with the
   * reason when a case block cannot be applied or a file that it names could not be kept.
   */
  async submit({ form, title, draftId, openedWith }: OpenedForm): Promise<FinishedWork> {
    const xml = form.submissionXml();
    const { instanceId } = readSubmission(xml);
    const names = answeredTexts(form.root);
    await this.#files.settled(draftId, names);
    const attachments = await this.#sandbox.store.readDraftAttachments(draftId);
    const named = attachments.filter(({ name }) => names.has(name));
    const submission = { instanceId, xml, attachments: named };
    const replaced = await this.#replacedBy(form.definition.xmlns, openedWith);
    const endedDrafts = [draftId, ...replaced.filter((id) => id !== draftId)];
    const finished = { submission, formName: title, endedDrafts, openedWith };
    const outcome = await submitForm(this.#sandbox, finished, this.#input.environment.now());
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    this.#files.forget(draftId);
    return { formName: title, xml, instanceId, outcome };
  }

  async #draftsOf(formKey: string, cases: readonly Case[]): Promise<readonly Draft[]> {
    const caseIds = cases.map(({ caseId }) => caseId);
    const work = { app: this.#input.appId, formKey, caseIds };
    return draftsOf(await this.#sandbox.store.readDrafts(), work);
  }

  /** Two forms that register somebody new are two pieces of work, and neither ends with the other. */
  async #replacedBy(formKey: string, openedWith: readonly Case[]): Promise<readonly string[]> {
    if (openedWith.length === 0) return [];
    return (await this.#draftsOf(formKey, openedWith)).map(({ id }) => id);
  }

  /** As far as it is still there. What was worked out then is not worked out again: the form has it. */
  #goBackTo({ address, datums }: Draft, way: SessionFrame | undefined): void {
    const session = this.#session;
    if (way !== undefined) session.goToFrame(way);
    else session.goToAddress(address === undefined ? [] : (JSON.parse(address) as SessionAddress));
    if (session.screen.kind !== 'form') return;
    for (const [id, value] of Object.entries(datums)) {
      if (session.datums[id] !== value) session.settle(id, value);
    }
  }

  #opened(
    form: FormInstance,
    { title, datums, draftId, begun, leftAt, opening, hasNewQuestions = false }: OpeningOf,
  ): OpenedForm {
    const { address } = this.#session;
    const { version } = form.definition;
    const find = (id: CaseId) => this.#sandbox.database.get(id);
    // A case that is not here any more is known from when the form was begun.
    const before = (id: CaseId) => begun?.openedWith?.find(({ caseId }) => caseId === id);
    const cases = Object.values(datums).flatMap((id) => find(id) ?? before(id) ?? []);
    return {
      form,
      ...{ title, datums, draftId, address, leftAt, opening },
      plans: this.#definitions.plansOf(opening.form),
      openedWith: cases,
      begun: begunOf(begun ?? { formVersion: version, openedWith: cases }),
      changes: begun === undefined ? [] : draftChanges(begun, find, version),
      hasNewQuestions,
      isOldForm: this.#definitions.isOld(form.definition.xmlns, opening.form),
    };
  }

  #formOptions(instance: FindInstance) {
    const { environment } = this.#input;
    return { environment: { ...environment, instance }, language: this.#input.world.language };
  }

  get #session(): AppSession {
    return this.#input.session;
  }

  get #sandbox(): UserSandbox {
    return this.#input.sandbox;
  }
}

type OpeningOf = Pick<OpenedForm, 'title' | 'datums' | 'draftId' | 'opening'> & {
  readonly begun?: OpenedForm['begun'];
  readonly leftAt?: ScreenAddress | undefined;
  readonly hasNewQuestions?: boolean;
};

/** Without the rest of a draft, and without what an older draft does not know. */
function begunOf({ formVersion, openedWith }: OpenedForm['begun']): OpenedForm['begun'] {
  return {
    ...(formVersion !== undefined && { formVersion }),
    ...(openedWith !== undefined && { openedWith }),
  };
}

/** What the first new case of a form is called so far, `''` without one. */
function nameGiven({ form, plans }: OpenedForm): string {
  const names = plans.flatMap(({ ref }) => form.nodesOf(`${ref}/create/case_name`));
  return names.find((name) => name.relevant && name.lexical !== '')?.lexical ?? '';
}
