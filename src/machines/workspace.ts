import type { Case, CaseId, OwnerId } from '../case/case.ts';
import { casedbDocument } from '../case/casedb-document.ts';
import { LEDGERDB, ledgerdbDocument } from '../case/ledger/ledgerdb-document.ts';
import type { Ledgers } from '../case/ledger/ledgers.ts';
import { NO_LEDGERS } from '../case/ledger/ledgers.ts';
import { lookUpOwners } from '../case/ownership/computed-owner.ts';
import type { OwnerCandidate } from '../case/ownership/owner-candidate.ts';
import { readOwnerPlan } from '../case/ownership/read-owner-plan.ts';
import type { OwnerPlan, OwnerProblem } from '../case/ownership/owner-resolution.ts';
import { isOwnerProblem, SHARING_ASSERTION_KEY } from '../case/ownership/owner-resolution.ts';
import type { SharingRules } from '../case/ownership/sharing-rules.ts';
import { withShortNames } from '../case/ownership/with-short-names.ts';
import type { OwningUser } from '../case/ownership/owning-user.ts';
import { resolveOwner } from '../case/ownership/resolve-owner.ts';
import { NO_CANDIDATE } from '../openrosa/no-candidate-fixture.ts';
import { ownerStanding } from '../openrosa/owner-standing.ts';
import type { OwnerStanding } from '../openrosa/owner-standing.ts';
import { readSubmission } from '../openrosa/read-submission.ts';
import type { SubmissionAttachment } from '../openrosa/submission.ts';
import type { AppDefinition } from '../suite/app-definition.ts';
import { AppSession } from '../suite/app-session.ts';
import type { AppWorld } from '../suite/app-world.ts';
import { isSharingAssertion } from '../suite/assertion.ts';
import { FixtureDocuments } from '../suite/fixture-documents.ts';
import type { Entry } from '../suite/entry.ts';
import type { FormScreen } from '../suite/screen.ts';
import type { SessionAddress } from '../suite/session-address.ts';
import type { SessionFrame } from '../suite/session-step.ts';
import type { SessionData } from '../suite/session-instance.ts';
import { sessionDocument } from '../suite/session-instance.ts';
import type { Draft, DraftOpening } from '../sync/draft.ts';
import type { DraftChange } from '../sync/draft-changes.ts';
import { draftChanges } from '../sync/draft-changes.ts';
import type { FutureCase } from '../sync/preview-form.ts';
import { previewForm } from '../sync/preview-form.ts';
import type { RestoreRecord } from '../sync/restore-record.ts';
import type { PostReply, RemoteProblem, RemoteServer, SearchReply } from '../sync/remote-server.ts';
import type { SubmittedForm } from '../sync/submit-form.ts';
import { submitForm } from '../sync/submit-form.ts';
import { LOCATIONS, USER_GROUPS } from '../sync/user-groups.ts';
import type { UserSandbox } from '../sync/user-sandbox.ts';
import { parseForm } from '../xforms/definition/parse-form.ts';
import type { FormDefinition } from '../xforms/definition/form-definition.ts';
import type { Environment } from '../xforms/environment.ts';
import type { ScreenAddress } from '../xforms/screens.ts';
import { answeredShare } from '../xforms/answered-share.ts';
import { FormInstance } from '../xforms/form-instance.ts';
import { answeredTexts } from './answered-texts.ts';
import { draftsOf, keptWay, wayToKeep } from './draft-opening.ts';
import type { DraftState } from './form-entry.ts';
import type { Setting } from './setting.ts';
import { ShortSetting } from './setting.ts';

/** What a workspace is made of. */
export interface WorkspaceInput {
  readonly app: AppDefinition;
  /** As the project calls the app; drafts keep it. The app's own id where it has no other. */
  readonly appId?: string;
  readonly sandbox: UserSandbox;
  /** Time, chance and place; the instances come from the session. */
  readonly environment: Omit<Environment, 'instance'>;
  readonly user: WorkspaceUser;
  readonly project: string;
  /** Names the device in the meta block of every form. */
  readonly deviceId: string;
  readonly appVersion: string;
  /** The server behind the app's searches and claims; without one they are not possible. */
  readonly remote?: RemoteServer | undefined;
  /** Where the last choice of an owner is kept; it goes with the user's data. */
  readonly lastOwner?: Setting;
  /** Where the choice of a language is kept. */
  readonly chosenLanguage?: Setting;
  /** Of the user, for as long as none is chosen. */
  readonly userLanguage?: string;
  /** Where the user's choice between one question per screen and all on one page is kept. */
  readonly questionMode?: Setting;
}

export interface WorkspaceUser {
  readonly userId: string;
  readonly username: string;
  /** As people call the user. */
  readonly name: string;
  /** True for somebody who may change groups, locations and apps. */
  readonly isAdministrator?: boolean;
  /** What the administrator who works as this user is called; `''` or nothing when nobody does. */
  readonly actedBy?: string;
}

type FindInstance = Environment['instance'];
type DocumentNode = NonNullable<ReturnType<AppWorld['instance']>>;

/** A form that is being filled in, with what it was opened with. */
export interface OpenedForm {
  readonly form: FormInstance;
  readonly title: string;
  readonly plans: readonly OwnerPlan[];
  readonly datums: Readonly<Record<string, string>>;
  readonly draftId: string;
  /** How the session came to it. */
  readonly address: SessionAddress;
  /** The cases that were chosen for it, as they were then. */
  readonly openedWith: readonly Case[];
  /** How form and cases were when it was begun: earlier than now for a draft. */
  readonly begun: Pick<Draft, 'formVersion' | 'openedWith'>;
  /** What is another since then. */
  readonly changes: readonly DraftChange[];
  /** True for a draft whose app has another form of that name by now, or none: its questions are those of then. */
  readonly isOldForm: boolean;
  /** What a draft of it has to keep besides the answers. */
  readonly opening: DraftOpening;
  /** The page at which it was left, where it was filled in page by page. */
  readonly leftAt: ScreenAddress | undefined;
}

export type AttachedFile = Omit<SubmissionAttachment, 'name'>;

/** A form that was sent off, and the cases that it made or changed. */
export interface FinishedWork {
  readonly formName: string;
  readonly xml: string;
  readonly instanceId: string;
  readonly outcome: Exclude<SubmittedForm, { kind: 'refused' }>;
}

const ONE_BY_ONE = 'oneByOne';
const NO_SERVER: RemoteProblem = { kind: 'noServer', message: '' };

/**
 * One user at work in one app: the session, the cases on this device, and the forms that lie between them. It knows no
 * screen and no network; what it writes goes through the sandbox.
 */
export class Workspace {
  readonly app: AppDefinition;
  readonly appId: string;
  readonly sandbox: UserSandbox;
  readonly user: WorkspaceUser;
  readonly project: string;
  readonly session: AppSession;
  readonly #input: WorkspaceInput;
  readonly #lastOwner: Setting;
  readonly #chosenLanguage: Setting;
  readonly #questionMode: Setting;
  #language: string;
  readonly #casedb: DocumentNode;
  /** By the text of the form: a draft may have another than the app has now. */
  readonly #definitions = new Map<string, FormDefinition>();
  /** Drafts that what they were begun with is kept for. */
  readonly #keptOpenings = new Set<string>();
  readonly #plans = new Map<string, readonly OwnerPlan[]>();
  readonly #fixtures = new FixtureDocuments();
  #ledgers: { readonly of: Ledgers; readonly document: DocumentNode } | undefined;
  #readStanding: { of: RestoreRecord | undefined; standing: OwnerStanding } | undefined;

  constructor(input: WorkspaceInput) {
    this.#input = input;
    this.#lastOwner = input.lastOwner ?? new ShortSetting();
    this.#chosenLanguage = input.chosenLanguage ?? new ShortSetting();
    this.#questionMode = input.questionMode ?? new ShortSetting();
    this.app = input.app;
    this.appId = input.appId ?? input.app.profile.uniqueId;
    this.sandbox = input.sandbox;
    this.user = input.user;
    this.project = input.project;
    this.#language = firstLanguage(input, this.#chosenLanguage.read());
    this.#casedb = casedbDocument(input.sandbox.database, input.environment.timeZone);
    this.session = new AppSession(input.app, this.#world());
  }

  /** One of the app's; setting it is a choice of the user. */
  get language(): string {
    return this.#language;
  }

  set language(language: string) {
    this.#language = language;
    this.#chosenLanguage.write(language);
  }

  /** One question per screen; unless the user chooses that, all on one page, as in CommCare's Web Apps. */
  get asksOneByOne(): boolean {
    return this.#questionMode.read() === ONE_BY_ONE;
  }

  set asksOneByOne(oneByOne: boolean) {
    this.#questionMode.write(oneByOne ? ONE_BY_ONE : 'onePage');
  }

  /** Groups and locations that may own what the user registers. */
  get candidates(): readonly OwnerCandidate[] {
    return this.#standing().candidates;
  }

  /** The user as the one who registers, with what decides about owners. */
  get owningUser(): OwningUser {
    const { primaryLocationId, noCandidateReason } = this.#standing();
    return { ...this.user, primaryLocationId, noCandidateReason };
  }

  /** Which cases of the app are shared, and how their owner is found. */
  get sharing(): SharingRules {
    return this.app.sharing ?? { caseSharing: this.app.caseSharing ?? false };
  }

  /** Where the owner that the user chose last is kept. */
  get lastOwner(): Setting {
    return this.#lastOwner;
  }

  /** What CommCare says when a user has no clear owner: `''` when the app does not say it. */
  get sharingText(): string {
    const { strings } = this.app;
    const texts = strings.get(this.language) ?? strings.get('default');
    return texts?.get(SHARING_ASSERTION_KEY) ?? '';
  }

  /** Why the cases that this entry's form creates would have no clear owner, known before anything is chosen. */
  ownerProblem(entry: Entry): OwnerProblem | undefined {
    const plans = entry.xmlns === undefined ? [] : this.#plansOf(entry.xmlns);
    const known = lookUpOwners(plans, (expression, instances) =>
      this.session.evaluate(expression, instances),
    );
    const resolution = resolveOwner(known, this.candidates, this.owningUser);
    return isOwnerProblem(resolution) ? resolution : undefined;
  }

  /** The name of an owner: a group or location of the user, or the user; `undefined` for anybody else. */
  ownerName(ownerId: OwnerId): string | undefined {
    if (ownerId === this.user.userId) return this.user.name;
    return withShortNames(this.candidates).find(({ id }) => id === ownerId)?.name;
  }

  /** Asks the server what the session's `QueryScreen` says. */
  async search(): Promise<SearchReply> {
    const { screen } = this.session;
    if (screen.kind !== 'query') throw new RangeError('The session has not come to a search');
    return this.#input.remote?.search(screen) ?? NO_SERVER;
  }

  /** Sends what the session's `PostScreen` says. */
  async post(): Promise<PostReply> {
    const { screen } = this.session;
    if (screen.kind !== 'post') throw new RangeError('The session has nothing to post');
    return this.#input.remote?.post(screen) ?? NO_SERVER;
  }

  /** What was begun before of the form that the session has come to, for the same cases; newest first. */
  async findDrafts(): Promise<readonly Draft[]> {
    const { screen } = this.session;
    if (screen.kind !== 'form') return [];
    const cases = Object.values(screen.datums).flatMap((id) => this.sandbox.database.get(id) ?? []);
    return this.#draftsOf(screen.xmlns, cases);
  }

  /** Opens the form that the session has come to. Throws what parsing it throws. */
  openForm({ xmlns, title, datums }: FormScreen): OpenedForm {
    const instance: FindInstance = (src, id) => this.session.instance(src, id);
    const { text, path } = this.#formOf(xmlns);
    const definition = this.#definitionOf(text, path);
    const form = FormInstance.create(definition, this.#formOptions(instance));
    const draftId = this.#input.environment.uuid();
    const opening = { form: { text, path }, ...wayToKeep(this.session.frame) };
    return this.#opened(form, { title, datums, draftId, opening });
  }

  /**
   * Goes on with a form that was left, at the place where it was opened, with the questions as they were then. Rejects with what
   * parsing it throws.
   */
  async resumeDraft(id: string): Promise<OpenedForm> {
    const draft = await this.sandbox.store.readDraft(id);
    if (draft === undefined) throw new Error('This draft is not on this computer any more');
    const kept = await this.sandbox.store.readDraftOpening(id);
    const opening = kept ?? { form: this.#formOf(draft.formKey) };
    const definition = this.#definitionOf(opening.form.text, opening.form.path);
    this.#goBackTo(draft, keptWay(kept));
    const session = sessionDocument({ ...this.#sessionData(), datums: draft.datums });
    const instance: FindInstance = (src, id) =>
      src === 'jr://instance/session' ? session : this.session.instance(src, id);
    const options = this.#formOptions(instance);
    const form = FormInstance.restore(definition, draft.instanceXml, options);
    if (kept !== undefined) this.#keptOpenings.add(id);
    return this.#opened(form, {
      ...draft,
      ...{ draftId: id, begun: draft, leftAt: draft.position, opening },
    });
  }

  /** Keeps a draft of the form; resolves to the time of saving, in milliseconds since 1970. */
  async saveDraft(opened: OpenedForm, { ownerPending, page }: DraftState): Promise<number> {
    const savedAt = this.#input.environment.now();
    const opening = this.#keepOpening(opened);
    const draft = this.sandbox.store.saveDraft({
      id: opened.draftId,
      app: this.appId,
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
    await this.sandbox.store.saveDraftOpening(draftId, opening);
    this.#keptOpenings.add(draftId);
  }

  /** Keeps a file beside the draft that names it; without a file, takes it out. */
  async attach(
    { draftId }: OpenedForm,
    name: string,
    file: AttachedFile | undefined,
  ): Promise<void> {
    const { store } = this.sandbox;
    if (file === undefined) await store.deleteDraftAttachment(draftId, name);
    else await store.saveDraftAttachment(draftId, { name, ...file });
  }

  /** The cases as they will be when the form has been sent, and who will hold them. */
  preview({ form }: OpenedForm): readonly FutureCase[] {
    return previewForm(this.sandbox, form.submissionXml(), this.#input.environment.now());
  }

  /**
   * Cases and outbox take the finished form over; with it end the drafts of the same form for the same cases. Rejects with the
   * reason when a case block cannot be applied.
   */
  async submit({ form, title, draftId, openedWith }: OpenedForm): Promise<FinishedWork> {
    const xml = form.submissionXml();
    const { instanceId } = readSubmission(xml);
    const names = answeredTexts(form.root);
    const attachments = await this.sandbox.store.readDraftAttachments(draftId);
    const named = attachments.filter(({ name }) => names.has(name));
    const submission = { instanceId, xml, attachments: named };
    const replaced = await this.#replacedBy(form.definition.xmlns, openedWith);
    const endedDrafts = [draftId, ...replaced.filter((id) => id !== draftId)];
    const finished = { submission, formName: title, endedDrafts, openedWith };
    const outcome = await submitForm(this.sandbox, finished, this.#input.environment.now());
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    return { formName: title, xml, instanceId, outcome };
  }

  async #draftsOf(formKey: string, cases: readonly Case[]): Promise<readonly Draft[]> {
    const caseIds = cases.map(({ caseId }) => caseId);
    const work = { app: this.appId, formKey, caseIds };
    return draftsOf(await this.sandbox.store.readDrafts(), work);
  }

  /** Two forms that register somebody new are two pieces of work, and neither ends with the other. */
  async #replacedBy(formKey: string, openedWith: readonly Case[]): Promise<readonly string[]> {
    if (openedWith.length === 0) return [];
    return (await this.#draftsOf(formKey, openedWith)).map(({ id }) => id);
  }

  /** As far as it is still there. What was worked out then is not worked out again: the form has it. */
  #goBackTo({ address, datums }: Draft, way: SessionFrame | undefined): void {
    const { session } = this;
    if (way !== undefined) session.goToFrame(way);
    else session.goToAddress(address === undefined ? [] : (JSON.parse(address) as SessionAddress));
    if (session.screen.kind !== 'form') return;
    for (const [id, value] of Object.entries(datums)) {
      if (session.datums[id] !== value) session.settle(id, value);
    }
  }

  /** Read once for each restore: a menu asks for every one of its choices. */
  #standing(): OwnerStanding {
    const { record, fixtures } = this.sandbox;
    const known = this.#readStanding;
    if (known !== undefined && known.of === record) return known.standing;
    const standing = ownerStanding({
      groups: fixtures.get(USER_GROUPS)?.root,
      noCandidate: fixtures.get(NO_CANDIDATE)?.root,
      locations: fixtures.get(LOCATIONS)?.root,
      userData: record?.registration.userData ?? {},
    });
    this.#readStanding = { of: record, standing };
    return standing;
  }

  #opened(
    form: FormInstance,
    { title, datums, draftId, begun, leftAt, opening }: OpeningOf,
  ): OpenedForm {
    const { address } = this.session;
    const { version } = form.definition;
    const find = (id: CaseId) => this.sandbox.database.get(id);
    // A case that is not here any more is known from when the form was begun.
    const before = (id: CaseId) => begun?.openedWith?.find(({ caseId }) => caseId === id);
    const cases = Object.values(datums).flatMap((id) => find(id) ?? before(id) ?? []);
    return {
      form,
      ...{ title, datums, draftId, address, leftAt, opening },
      plans: readOwnerPlan(opening.form.text, this.sharing),
      openedWith: cases,
      begun: begunOf(begun ?? { formVersion: version, openedWith: cases }),
      changes: begun === undefined ? [] : draftChanges(begun, find, version),
      isOldForm: this.app.forms.get(form.definition.xmlns)?.text !== opening.form.text,
    };
  }

  #formOptions(instance: FindInstance) {
    const { environment } = this.#input;
    return { environment: { ...environment, instance }, language: this.language };
  }

  #definitionOf(text: string, path: string): FormDefinition {
    const known = this.#definitions.get(text);
    if (known !== undefined) return known;
    const definition = parseForm(text, path);
    this.#definitions.set(text, definition);
    return definition;
  }

  #formOf(xmlns: string) {
    const form = this.app.forms.get(xmlns);
    if (form !== undefined) return form;
    throw new Error(
      [`The app has no form with the namespace ${xmlns}.`, ...this.#faults].join('\n'),
    );
  }

  /** What was wrong when the app was opened: why a form is missing is among it. */
  get #faults(): readonly string[] {
    return this.app.problems.map(({ file, line, message, remedy }) => {
      const place = line === 0 ? file : `${file}, line ${line}`;
      return `${place}: ${message}. ${remedy}`;
    });
  }

  #plansOf(xmlns: string): readonly OwnerPlan[] {
    const known = this.#plans.get(xmlns);
    if (known !== undefined) return known;
    const plans = this.#readPlans(xmlns);
    this.#plans.set(xmlns, plans);
    return plans;
  }

  #readPlans(xmlns: string): readonly OwnerPlan[] {
    const form = this.app.forms.get(xmlns);
    if (form === undefined) return [];
    return readOwnerPlan(form.text, this.sharing);
  }

  #world(): AppWorld {
    const language = () => this.language;
    const session = () => this.#sessionData();
    return {
      environment: this.#input.environment,
      get language() {
        return language();
      },
      get context() {
        return session().context;
      },
      get userData() {
        return session().userData;
      },
      instance: (src) => this.#instance(src),
      handlesAssertion: isSharingAssertion,
      launchesActions: true,
      advancesMenus: this.app.profile.properties['cc-auto-advance-menu'] === 'yes',
    };
  }

  /** Who works, on which device: what the session instance says beside the chosen data. */
  #sessionData(): Omit<SessionData, 'datums'> {
    const { deviceId, appVersion, sandbox, user } = this.#input;
    const context = {
      deviceid: deviceId,
      appversion: appVersion,
      username: user.username,
      userid: user.userId,
      applanguage: this.language,
    };
    return { context, userData: sandbox.record?.registration.userData ?? {} };
  }

  #instance(src: string): DocumentNode | undefined {
    if (src.startsWith('jr://instance/casedb')) return this.#casedb;
    if (src === LEDGERDB) return this.#ledgerdb();
    const id = /^jr:\/\/fixture\/(.+)$/.exec(src)?.[1];
    const fixture = id === undefined ? undefined : this.sandbox.fixtures.get(id);
    return fixture && this.#fixtures.of(fixture);
  }
  /** The same document as long as no restore has come. */
  #ledgerdb(): DocumentNode {
    const of = this.sandbox.record?.ledgers ?? NO_LEDGERS;
    if (this.#ledgers?.of === of) return this.#ledgers.document;
    const document = ledgerdbDocument(of);
    this.#ledgers = { of, document };
    return document;
  }
}

/** What was chosen, else the user's own, else the app's first: whichever the app has. */
function firstLanguage({ app, userLanguage }: WorkspaceInput, chosen: string | undefined): string {
  const [first = ''] = app.languages;
  return [chosen, userLanguage].find((each) => app.languages.includes(each ?? '')) ?? first;
}

type OpeningOf = Pick<OpenedForm, 'title' | 'datums' | 'draftId' | 'opening'> & {
  readonly begun?: OpenedForm['begun'];
  readonly leftAt?: ScreenAddress | undefined;
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
