import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { StateValue } from 'xstate';
import type { AppSessionActor } from '../../machines/app-session.ts';
import type { CaseManagementActor } from '../../machines/case-management.ts';
import type { CaseId } from '../../case/case.ts';
import type { FormEntryActor } from '../../machines/form-entry.ts';
import type { Project } from '../../machines/project.ts';
import type { SyncActor } from '../../machines/sync.ts';
import type { Workspace } from '../../machines/workspace.ts';
import type { AttachedFile } from '../../machines/workspace/opened-form.ts';
import type { CaseActAsEvent } from '../events/case-act-as-event.ts';
import type { CaseChooseEvent } from '../events/case-choose-event.ts';
import type { CaseDraftResumeEvent } from '../events/case-draft-resume-event.ts';
import '../events/case-language-event.ts';
import { CaseProblemEvent } from '../events/case-problem-event.ts';
import { CaseInspectEvent } from '../events/case-inspect-event.ts';
import type { CaseListViewEvent } from '../events/case-list-view-event.ts';
import type { CaseNavigateEvent } from '../events/case-navigate-event.ts';
import type { CaseOwnerChooseEvent } from '../events/case-owner-choose-event.ts';
import '../events/case-owner-confirm-event.ts';
import '../events/case-practise-event.ts';
import type { CaseOpenEvent } from '../events/case-open-event.ts';
import type { CaseShowHeldEvent, HeldKind } from '../events/case-show-held-event.ts';
import type { CaseVisitEvent } from '../events/case-visit-event.ts';
import type { CaseSignInEvent } from '../events/case-sign-in-event.ts';
import type { CaseQuestionModeEvent } from '../events/case-question-mode-event.ts';
import type { XfAttachEvent } from '../events/xf-attach-event.ts';
import type { XfLanguageEvent } from '../events/xf-language-event.ts';
import type { WorkIds } from '../events/work-event.ts';
import { keepWorkOf } from '../events/work-event.ts';
import { FormWork } from '../form/form-work.ts';
import { ActorController } from '../shared/actor-controller.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import type { Geocoder } from '../shared/geocoder.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseAppStyles } from './case-app.styles.ts';
import type { CaseActAs } from './case-act-as.ts';
import './case-drafts.ts';
import './case-frame.ts';
import './case-language.ts';
import './case-outbox.ts';
import './case-side-menu.ts';
import './case-sign-in-again.ts';
import type { CaseSignInAgain } from './case-sign-in-again.ts';
import { caseTypeLabel } from './case-type-label.ts';
import { emptyDevice, type DeviceState } from './device-state.ts';
import type { Draft } from './draft.ts';
import { EmbeddedRun, isGiven } from './embedding.ts';
import { initialListView, type ListView } from './list-view.ts';
import { loadProblems } from './load-problems.ts';
import { placeOver, placesOf, type AppPlace } from './app-places.ts';
import type { LoadingProgress } from './loading-progress.ts';
import type { PageSource } from './page-source.ts';
import { renderOpenProblem } from './render-open-problem.ts';
import { renderPage } from './render-page.ts';
import { renderTools, type ToolsSource } from './render-tools.ts';
import { readGiven } from './read-given.ts';
import type { MediaSource } from './render-value.ts';
import type { ShownOwner } from './shown-owner.ts';
import { sessionEventOf, type StepEvent } from './session-event-of.ts';
import { sessionPlace } from './session-place.ts';
import { syncStatusOf } from './sync-status.ts';

/** Where a search and its prompts are shown. */
const SEARCH_STATES = ['browsing', 'refining', 'searching'] as const;

/** What is fired here or comes from below keeps the ids of the work that it is about. */
const EVENTS = ['case-outbox', 'case-draft-delete', 'case-select', 'case-select-many', 'case-choose', 'case-continue', 'case-cancel', 'case-leave', 'case-owner-choose', 'case-ready', 'case-problem']; // prettier-ignore

/**
 * @summary The whole of case work on one page: signing in, menus, lists, forms, and what became of them.
 *
 * It shows where the session machine is and tells it what the person does; it decides nothing itself. `render-page.ts` says which
 * page belongs to which state; the events of all pages bubble to the frame and are handled here.
 *
 * @event {CaseReadyEvent} case-ready - What `src` or `files` gave is open.
 * @event {CaseProblemEvent} case-problem - It cannot be opened: every fault with its place.
 * @event {CaseSubmitEvent} case-submit - A finished form, for the page to take by `waitUntil`. Until then it waits on this computer.
 * @event {CaseOutboxEvent} case-outbox - The person settles a form that was not accepted; the host does it.
 * @event {CaseDraftDeleteEvent} case-draft-delete - The person deletes a draft; the host does it.
 * @event {CaseMovedReadEvent} case-moved-read - The person has read which cases have gone; the host notes it.
 * @event {CaseLanguageEvent} case-language - The person chooses the language of the interface; the host keeps it.
 * @event {CaseInspectEvent} case-inspect - The person opens or closes the inspector; the host does it.
 * @slot intro - What stands above the fields for signing in, such as the demo users.
 * @csspart frame - The frame around every page.
 */
@customElement('case-app')
export class CaseApp extends LitElement {
  static override styles = [baseStyles, buttonStyles, messageStyles, caseAppStyles];

  private readonly localize = new StringsController(this);

  /** How each list was left, by its place in the session. */
  private readonly views = new Map<string, ListView>();

  private freshView: ListView = initialListView;

  private readonly run = new EmbeddedRun();

  /** It runs what it was given by itself. */
  private embedded = false;

  /** Why nothing could be begun with what was given. */
  @state() private problem: unknown;

  @query('#inspect') private inspectButton!: HTMLButtonElement | null;

  @query('case-sign-in-again') private signInAgain!: CaseSignInAgain | null;

  /** The page over the session's own, which stays as it is beneath. */
  @state() private side: HeldKind | undefined;

  /** On a page of somebody else's: address of an app (`.ccz`, or its `profile.ccpr`) or of an XForm to open and run. */
  @property() src = '';

  /** With `src`: address of a user's restore; without it, the cases that the app brings for practising, or none. */
  @property() restore = '';

  /** In place of addresses: an app or a form, and a restore where there is one. */
  @property({ attribute: false }) files: readonly File[] = [];

  /** Drives everything, where the page runs the app itself. */
  @property({ attribute: false }) actor: AppSessionActor | undefined;

  /** Keeps device and server together; `undefined` where nothing is sent anywhere. */
  @property({ attribute: false }) sync: SyncActor | undefined;

  /** What lies in the store. */
  @property({ attribute: false }) device: DeviceState = emptyDevice;

  /** How far the cases have come that are fetched for the first time; `undefined` when none are. */
  @property({ attribute: false }) loading: LoadingProgress | undefined;

  /** Who owns a case and who therefore sees it, by the owner's id; `undefined` for one that nobody here knows. */
  @property({ attribute: false }) owners: (ownerId: string) => ShownOwner | undefined = () =>
    undefined;

  /** Where the app's pictures and sounds can be read. */
  @property({ attribute: false }) media: MediaSource = () => undefined;

  /** Looks up what is typed as an address, in forms and searches; without it addresses are written out. */
  @property({ attribute: false }) geocoder: Geocoder | undefined;

  /** What people call a case of a type. */
  @property({ attribute: false }) caseTypeLabel = caseTypeLabel;

  /** Whether the inspector is open. */
  @property({ type: Boolean, reflect: true }) inspecting = false;

  /** Where an administrator changes the settings of a place; nothing where that cannot be done. */
  @property({ attribute: false }) settings: PageSource['settings'] = () => undefined;

  /** The code of the language that the person has chosen for the interface, or `''`. */
  @property({ attribute: false }) interfaceLanguage = '';

  /** Whom an administrator may work as; resolves with `undefined` when that cannot be found out. */
  @property({ attribute: false }) peopleToActAs: CaseActAs['people'] = async () => undefined;

  constructor() {
    super();
    new ActorController(this, () => this.actor);
    new ActorController(this, () => this.sync);
    new ActorController(this, () => this.formEntry);
    new ActorController(this, () => this.caseManagement);
    keepWorkOf(this, EVENTS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.embedded) this.reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.embedded) this.run.stop();
  }

  /** Opens what was given anew. What was filled in and not sent is kept. */
  reopen(): void {
    this.embedded = true;
    this.problem = undefined;
    this.run.restart(({ runApp }) => runApp(this)).catch((error: unknown) => this.fail(error));
  }

  /** Hands what is still being typed to the form, as leaving its box does. */
  flush(): void {
    this.renderRoot.querySelector('case-form')?.flush();
  }

  private fail(error: unknown): void {
    this.problem = error;
    this.dispatchEvent(new CaseProblemEvent(loadProblems(error), error));
  }

  /** What is worked on, as events tell it: the open form, and the cases that were chosen. */
  get work(): WorkIds {
    const opened = this.actor?.getSnapshot().context.opened;
    const form = this.formEntry === undefined ? undefined : opened?.form;
    const session = form === undefined ? '' : (opened?.draftId ?? '');
    return new FormWork(form, session, this.chosenCases);
  }

  private get chosenCases(): readonly string[] {
    const { session, sandbox } = this.workspace ?? {};
    const chosen = Object.values(session?.datums ?? {});
    return chosen.filter((id) => sandbox?.database.get(id as CaseId) !== undefined);
  }

  /** Puts the focus back where the inspector was opened. */
  focusInspect(): void {
    this.inspectButton?.focus();
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    const isNew = changed.has('src') || changed.has('restore') || changed.has('files');
    if (isNew && isGiven(this) && (this.embedded || this.actor === undefined)) this.reopen();
    return this.actor !== undefined || this.problem !== undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('actor')) this.forget();
    if (this.actor !== undefined && this.project === undefined) this.forget();
  }

  /** What the session is told as the person did it. */
  private readonly handleStep = (event: StepEvent): void => {
    this.actor?.send(sessionEventOf(event));
  };

  private readonly handleSignInAgain = ({ username, password }: CaseSignInEvent): void => {
    this.sync?.send({ type: 'sync.signIn', username, password });
  };

  private readonly handleActAs = ({ username }: CaseActAsEvent): void => {
    this.side = undefined;
    this.actor?.send({ type: 'actAs', username });
  };

  private readonly handlePractise = (): void => {
    this.side = undefined;
    this.actor?.send({ type: 'practise' });
  };

  private readonly handleEndPractice = (): void => {
    this.side = undefined;
    this.actor?.send({ type: 'actAs', username: undefined });
  };

  private readonly handleSignOut = (): void => {
    this.actor?.send({ type: 'signOut' });
  };

  private readonly handleRetry = (event: StepEvent): void => {
    if (this.embedded && this.project === undefined) this.reopen();
    else this.handleStep(event);
  };

  private readonly handleInspect = (): void => {
    this.dispatchEvent(new CaseInspectEvent());
  };

  private readonly handleOpen = async ({ files }: CaseOpenEvent): Promise<void> => {
    this.actor?.send({ type: 'openFiles', files: await Promise.all(files.map(readGiven)) });
  };

  private readonly handleSync = (): void => {
    if (this.syncState === 'signInNeeded') this.signInAgain?.ask();
    else this.sync?.send({ type: 'sync.request' });
  };

  private readonly handleShowHeld = ({ kind }: CaseShowHeldEvent): void => {
    this.side = kind;
  };

  private readonly handleShowRejected = (): void => {
    this.side = 'outbox';
  };

  /** The breadcrumb before a side page is the page that lies beneath it. */
  private readonly handleNavigate = ({ index }: CaseNavigateEvent): void => {
    const { side, places, breadcrumbs } = this;
    this.side = undefined;
    if (side !== undefined && index === breadcrumbs.length - 2) return;
    this.actor?.send(places[index]?.event ?? { type: 'goTo', index: 0 });
  };

  private readonly handleVisit = ({ steps }: CaseVisitEvent): void => {
    this.side = undefined;
    this.actor?.send({ type: 'visit', place: { app: this.snapshot.context.app, steps } });
  };

  private readonly handleChoose = ({ id }: CaseChooseEvent): void => {
    const submitted = this.snapshot.matches('submitted');
    this.actor?.send(submitted ? { type: 'continue' } : { type: 'choose', id });
  };

  private readonly handleView = ({ view }: CaseListViewEvent): void => {
    this.views.set(this.place, view);
    const { workspace } = this;
    if (workspace !== undefined && view.pageSize !== undefined)
      workspace.rowsOnPage = view.pageSize;
  };

  /** Out of a form it leads to where the form was opened; out of the reason why it cannot be sent, back into it. */
  private readonly handleCancel = (): void => {
    const { formEntry } = this;
    if (formEntry === undefined) this.actor?.send({ type: 'back' });
    else formEntry.send({ type: this.caseStep === undefined ? 'leave' : 'resume' });
  };

  private readonly handleOwnerChoose = ({ ownerId }: CaseOwnerChooseEvent): void => {
    this.formEntry?.send({ type: 'owner.choose', ownerId });
  };

  private readonly handleOwnerConfirm = (): void => {
    this.formEntry?.send({ type: 'owner.confirm' });
  };

  private readonly handleResume = ({ id }: CaseDraftResumeEvent): void => {
    this.side = undefined;
    const app = this.device.drafts.find((draft) => draft.id === id)?.app;
    this.actor?.send({ type: 'resumeDraft', id, app });
  };

  private readonly handleLanguage = ({ language }: XfLanguageEvent): void => {
    this.formEntry?.send({ type: 'language', language });
    this.actor?.send({ type: 'language', language });
  };

  private readonly handleQuestionMode = ({ oneByOne }: CaseQuestionModeEvent): void => {
    const { workspace } = this.snapshot.context;
    if (workspace !== undefined) workspace.asksOneByOne = oneByOne;
    this.formEntry?.send({ type: 'page.mode', oneByOne });
  };

  private readonly handleAttach = async ({ name, file }: XfAttachEvent): Promise<void> => {
    const { opened, workspace } = this.snapshot.context;
    // One that was taken back stays with the draft till that ends: an undo may bring it back.
    if (opened === undefined || file === undefined) return;
    // What cannot be kept is told when the form is to be sent.
    await workspace?.forms.attach(opened, name, attachedFile(file)).catch(() => undefined);
  };

  override render(): TemplateResult {
    if (this.actor === undefined) return this.renderProblem();
    const { project, workspace, side } = this;
    return html`<case-frame
        part="frame"
        .project=${project?.name ?? 'Caseload'}
        .app=${workspace?.app.profile.name ?? ''}
        .user=${project?.user.name ?? ''}
        .breadcrumbs=${this.breadcrumbs}
        .page=${this.page}
        @case-navigate=${this.handleNavigate}
        @case-visit=${this.handleVisit}
        @case-sign-in=${this.handleStep}
        @case-open=${this.handleOpen}
        @case-act-as=${this.handleActAs}
        @case-practise=${this.handlePractise}
        @case-sync-request=${this.handleSync}
        @case-show-held=${this.handleShowHeld}
        @case-show-rejected=${this.handleShowRejected}
        @case-choose=${this.handleChoose}
        @case-select=${this.handleStep}
        @case-select-many=${this.handleStep}
        @case-act=${this.handleStep}
        @case-follow-cell=${this.handleStep}
        @case-list-view=${this.handleView}
        @case-answer-prompts=${this.handleStep}
        @case-search=${this.handleStep}
        @case-retry=${this.handleRetry}
        @case-continue=${this.handleStep}
        @case-cancel=${this.handleCancel}
        @case-owner-choose=${this.handleOwnerChoose}
        @case-owner-confirm=${this.handleOwnerConfirm}
        @case-draft-resume=${this.handleResume}
        @case-question-mode=${this.handleQuestionMode}
        @xf-attach=${this.handleAttach}
      >
        ${project === undefined ? nothing : renderTools(this.tools(project))}
        ${this.embedded ? nothing : html`<case-language slot="user" .value=${this.interfaceLanguage}></case-language>`}
        ${this.renderMenu()} ${this.renderSide()}
        <div ?hidden=${side !== undefined}>${renderPage(this.source)}</div>
      </case-frame>
      ${this.sync === undefined ? nothing : this.renderSignInAgain(this.sync)}`;
  }

  private renderProblem(): TemplateResult {
    return html`<div @case-retry=${() => this.reopen()}>
      ${renderOpenProblem(this.problem, this.localize.strings)}
    </div>`;
  }

  /** The app's own first page is a menu already. */
  private renderMenu(): unknown {
    const session = this.workspace?.session;
    if (session === undefined || session.frame.length === 0) return nothing;
    const { persistentMenu } = session;
    if (persistentMenu.length === 0) return nothing;
    return html`<case-side-menu
      slot="side"
      .items=${persistentMenu}
      .media=${this.media}
    ></case-side-menu>`;
  }

  private renderSide(): unknown {
    switch (this.side) {
      case 'outbox':
        return html`<case-outbox .forms=${this.device.unsent}></case-outbox>`;
      case 'drafts':
        return html`<case-drafts .drafts=${this.drafts}></case-drafts>`;
      default:
        return nothing;
    }
  }

  /** Only the app that is open knows whether its forms are others by now. */
  private get drafts(): readonly Draft[] {
    const { workspace } = this;
    return this.device.drafts.map((draft) => {
      const { app, kept } = draft;
      if (kept === undefined || workspace === undefined || app !== workspace.appId) return draft;
      return { ...draft, changes: workspace.forms.changesOf(kept) };
    });
  }

  private renderSignInAgain(sync: SyncActor): TemplateResult {
    const { value, context } = sync.getSnapshot();
    // That the session has ended is said above the fields; what came after that is why signing in failed.
    const end = context.report?.end;
    const refused = end?.kind !== 'signIn' || context.problem !== end.message;
    return html`<case-sign-in-again
      .needed=${value === 'signInNeeded' || value === 'signingIn'}
      .busy=${value === 'signingIn'}
      .username=${this.project?.user.username ?? ''}
      .error=${refused ? (context.problem ?? '') : ''}
      @case-sign-in=${this.handleSignInAgain}
    ></case-sign-in-again>`;
  }

  private tools(project: Project): ToolsSource {
    const { workspace, sync, inspecting, peopleToActAs, localize, device, embedded } = this;
    return {
      ...{ project, workspace, inspecting, peopleToActAs, embedded },
      text: localize.strings.app,
      syncStatus: sync && syncStatusOf(device, this.syncState),
      onLanguage: this.handleLanguage,
      onInspect: this.handleInspect,
      onSignOut: this.handleSignOut,
      onEndPractice: this.handleEndPractice,
    };
  }

  private forget(): void {
    this.views.clear();
    this.side = undefined;
  }

  private get snapshot() {
    // Without an actor nothing is shown, so nobody asks.
    return (this.actor as AppSessionActor).getSnapshot();
  }

  private get project(): Project | undefined {
    return this.snapshot.context.project;
  }

  private get workspace(): Workspace | undefined {
    return this.actor?.getSnapshot().context.workspace;
  }

  private get formEntry(): FormEntryActor | undefined {
    return this.actor?.getSnapshot().children.formEntry as FormEntryActor | undefined;
  }

  private get caseManagement(): CaseManagementActor | undefined {
    return this.formEntry?.getSnapshot().children.caseManagement as CaseManagementActor | undefined;
  }

  /** What lies over the questions of a form that is filled in; `undefined` while they are shown. */
  private get caseStep(): string | undefined {
    const entry = this.formEntry?.getSnapshot();
    if (entry?.matches('blocked')) return 'blocked';
    return entry?.matches('managingCases') ? this.caseManagement?.getSnapshot().value : undefined;
  }

  private get syncState(): StateValue | undefined {
    return this.sync?.getSnapshot().value;
  }

  private get place(): string {
    return sessionPlace(this.workspace?.session.frame ?? []);
  }

  private get places(): readonly AppPlace[] {
    return placesOf(this.snapshot.context, this.localize.strings.app.apps.all);
  }

  /** What lies over the place of the session makes that place a way back. */
  private get breadcrumbs(): readonly string[] {
    const crumbs = this.places.map((crumb) => crumb.text);
    const over = placeOver(this.snapshot);
    if (over !== undefined) crumbs.push(over);
    const { outbox, drafts } = this.localize.strings.case;
    if (this.side !== undefined) crumbs.push(this.side === 'outbox' ? outbox.title : drafts.title);
    return crumbs;
  }

  /** Names the page that is shown, so that the frame moves the focus when it is another one. */
  private get page(): string {
    const { value, context } = this.snapshot;
    if (value === 'opening' && this.loading !== undefined) return 'loading';
    if (value === 'opening' && context.entrance === 'resume') return '';
    if (this.project === undefined) return 'start';
    const { side, searchPlace } = this;
    if (searchPlace !== undefined) return [side, 'search', context.app, searchPlace].join(' ');
    const page = this.caseStep ?? String(value);
    return [side, page, context.app, this.place, context.selected?.id].join(' ');
  }

  /** Prompts beside what they find are one page, whatever was found so far. */
  private get searchPlace(): string | undefined {
    const { session } = this.workspace ?? {};
    const isOnPage = SEARCH_STATES.some((each) => this.snapshot.matches(each));
    if (!isOnPage || session?.query?.datum?.dynamicSearch !== true) return undefined;
    const { frame, screen } = session;
    return sessionPlace(screen.kind === 'list' ? frame.slice(0, -1) : frame);
  }

  /** How a list is shown that nobody has looked at yet: with as many rows as the person chose last, in whatever list. */
  private get firstView(): ListView {
    const pageSize = this.workspace?.rowsOnPage;
    // The same as long as it says the same: a list that is given another one begins anew.
    if (this.freshView.pageSize !== pageSize) this.freshView = { ...initialListView, pageSize };
    return this.freshView;
  }

  private get source(): PageSource {
    const { formEntry, caseManagement, localize, device, loading, media, owners } = this;
    return {
      snapshot: this.snapshot,
      embedded: this.embedded,
      formEntry,
      caseManagement,
      strings: localize.strings,
      device,
      loading,
      sync: this.syncForPage,
      view: this.views.get(this.place) ?? this.firstView,
      media,
      geocoder: this.geocoder,
      owners,
      caseTypeLabel: this.caseTypeLabel,
      settings: this.settings,
    };
  }

  private get syncForPage(): PageSource['sync'] {
    if (this.sync === undefined) return { kind: 'none', problem: '' };
    const { value, context } = this.sync.getSnapshot();
    const problem = value === 'failed' ? (context.problem ?? '') : '';
    return { kind: value === 'syncing' ? 'syncing' : 'quiet', problem };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-app': CaseApp;
  }
}

async function attachedFile(file: File): Promise<AttachedFile> {
  return { mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}
