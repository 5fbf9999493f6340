import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { StateValue } from 'xstate';
import type { AppSessionActor, GivenFile } from '../../machines/app-session.ts';
import type { FormEntryActor } from '../../machines/form-entry.ts';
import type { SyncActor } from '../../machines/sync.ts';
import type { FinishedWork, Workspace } from '../../machines/workspace.ts';
import type { ListScreen, Screen } from '../../suite/screen.ts';
import type { CaseActEvent } from '../events/case-act-event.ts';
import type { CaseChooseEvent } from '../events/case-choose-event.ts';
import type { CaseDraftResumeEvent } from '../events/case-draft-resume-event.ts';
import type { CaseNavigateEvent } from '../events/case-navigate-event.ts';
import type { CaseOpenEvent } from '../events/case-open-event.ts';
import type { CaseSelectEvent } from '../events/case-select-event.ts';
import type { CaseSignInEvent } from '../events/case-sign-in-event.ts';
import type { XfAttachEvent } from '../events/xf-attach-event.ts';
import type { XfLanguageEvent } from '../events/xf-language-event.ts';
import { languageDirection, languageTag } from '../form/form-language.ts';
import { ActorController } from '../shared/actor-controller.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { message } from '../shared/message.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseAppStyles } from './case-app.styles.ts';
import type { Draft } from './draft.ts';
import { loadProblems } from './load-problems.ts';
import type { ShownOwner } from './shown-owner.ts';
import type { ShownProblem } from './shown-problem.ts';
import type { SyncStatus } from './sync-status.ts';
import type { UnsentForm } from './unsent-form.ts';
import '../form/xf-form.ts';
import '../form/xf-languages.ts';
import './case-detail.ts';
import './case-drafts.ts';
import './case-error.ts';
import './case-frame.ts';
import './case-list.ts';
import './case-menu.ts';
import './case-open.ts';
import './case-outbox.ts';
import './case-owner-problem.ts';
import './case-sign-in.ts';
import './case-submitted.ts';
import './case-sync.ts';

/** What the host reads from the store for the frame and its side pages. */
export interface DeviceState {
  readonly unsent: readonly UnsentForm[];
  readonly drafts: readonly Draft[];
  readonly offline: boolean;
  readonly lastSync: Date | undefined;
  /** Cases that have moved to another owner since the page was opened. */
  readonly moved: readonly { readonly name: string; readonly newOwner: string | undefined }[];
}

const NOTHING_HELD: DeviceState = {
  unsent: [],
  drafts: [],
  offline: false,
  lastSync: undefined,
  moved: [],
};

/**
 * @summary The whole of case work on one page: signing in, menus, lists, forms, and what became of them.
 *
 * It shows where the session machine is and tells it what the person does; it decides nothing itself.
 *
 * @event {CaseOutboxEvent} case-outbox - The person settles a form that was not accepted; the host does it.
 * @event {CaseDraftDeleteEvent} case-draft-delete - The person deletes an unfinished form; the host does it.
 * @csspart frame - The frame around every page.
 */
@customElement('case-app')
export class CaseApp extends LitElement {
  static override styles = [baseStyles, buttonStyles, messageStyles, caseAppStyles];

  private readonly localize = new StringsController(this);

  @query('dialog') private dialog!: HTMLDialogElement | null;
  @state() private side: 'outbox' | 'drafts' | undefined;

  /** Drives everything. */
  @property({ attribute: false }) actor!: AppSessionActor;

  /** Keeps device and server together; `undefined` where nothing is sent anywhere. */
  @property({ attribute: false }) sync: SyncActor | undefined;

  /** What lies in the store. */
  @property({ attribute: false }) device: DeviceState = NOTHING_HELD;

  /** Who sees the cases of an owner, by the owner's id. */
  @property({ attribute: false }) people: (ownerId: string) => readonly string[] = () => [];

  /** Where the app's pictures and sounds can be read. */
  @property({ attribute: false }) media: (source: string) => string | undefined = () => undefined;

  constructor() {
    super();
    new ActorController(this, () => this.actor);
    new ActorController(this, () => this.sync);
    new ActorController(this, () => this.formEntry);
  }

  private get snapshot() {
    return this.actor.getSnapshot();
  }

  private get workspace(): Workspace | undefined {
    return this.snapshot.context.workspace;
  }

  private get formEntry(): FormEntryActor | undefined {
    return this.snapshot.children.formEntry as FormEntryActor | undefined;
  }

  private readonly handleSignIn = ({ username, password }: CaseSignInEvent): void => {
    this.actor.send({ type: 'signIn', username, password });
  };

  private readonly handleSignInAgain = ({ username, password }: CaseSignInEvent): void => {
    this.sync?.send({ type: 'sync.signIn', username, password });
  };

  private readonly handleOpen = async ({ files }: CaseOpenEvent): Promise<void> => {
    this.actor.send({ type: 'openFiles', files: await Promise.all(files.map(readFile)) });
  };

  private readonly handleSync = (): void => {
    if (this.syncState === 'signInNeeded') this.dialog?.showModal();
    else this.sync?.send({ type: 'sync.request' });
  };

  private readonly handleNavigate = ({ index }: CaseNavigateEvent): void => {
    this.side = undefined;
    if (this.formEntry === undefined) this.goTo(index);
    else this.leaveTo(index);
  };

  private readonly handleResume = ({ id }: CaseDraftResumeEvent): void => {
    this.side = undefined;
    this.actor.send({ type: 'resumeDraft', id });
  };

  private readonly handleLanguage = ({ language }: XfLanguageEvent): void => {
    this.formEntry?.send({ type: 'language', language });
    this.actor.send({ type: 'language', language });
    document.documentElement.lang = languageTag(language);
    document.documentElement.dir = languageDirection(language);
  };

  private readonly handleAttach = async ({ name, file }: XfAttachEvent): Promise<void> => {
    const { opened } = this.snapshot.context;
    if (opened === undefined) return;
    const bytes = file && new Uint8Array(await file.arrayBuffer());
    await this.workspace?.attach(opened, name, bytes && { mediaType: file.type, bytes });
  };

  private goTo(crumb: number): void {
    const target = this.workspace?.session.breadcrumbs[crumb];
    this.actor.send({ type: 'goTo', index: target?.index ?? 0 });
  }

  /** The form is saved first; the machine then leaves it, and only then the session moves. */
  private leaveTo(crumb: number): void {
    const { actor } = this;
    const subscription = actor.subscribe((snapshot) => {
      if (snapshot.matches('entering')) return;
      subscription.unsubscribe();
      this.goTo(crumb);
    });
    this.formEntry?.send({ type: 'leave' });
  }

  protected override updated(): void {
    if (this.syncState !== 'signInNeeded' && this.syncState !== 'signingIn') this.dialog?.close();
  }

  private get syncState(): StateValue | undefined {
    return this.sync?.getSnapshot().value;
  }

  private get syncStatus(): SyncStatus {
    const { unsent, offline, lastSync } = this.device;
    return {
      pending: unsent.filter(({ state: held }) => held !== 'rejected').length,
      rejected: unsent.filter(({ state: held }) => held === 'rejected').length,
      offline,
      syncing: this.syncState === 'syncing',
      lastSync,
      signInNeeded: this.syncState === 'signInNeeded' || this.syncState === 'signingIn',
    };
  }

  override render(): TemplateResult {
    const { workspace } = this;
    const text = this.localize.strings.app;
    return html`<case-frame
        part="frame"
        .project=${workspace?.project ?? 'Caseload'}
        .app=${workspace?.app.profile.name ?? ''}
        .user=${workspace?.user.name ?? ''}
        .breadcrumbs=${this.breadcrumbs}
        .page=${this.page}
        @case-navigate=${this.handleNavigate}
      >
        ${workspace === undefined ? nothing : this.renderTools(workspace)} ${this.renderPage()}
      </case-frame>
      ${
        this.sync === undefined
          ? nothing
          : html`<dialog aria-label=${text.sessionEnded}>
              <p>${text.sessionEnded}</p>
              <case-sign-in
                .username=${workspace?.user.username ?? ''}
                .busy=${this.syncState === 'signingIn'}
                .error=${this.dialog?.open ? (this.sync.getSnapshot().context.problem ?? '') : ''}
                @case-sign-in=${this.handleSignInAgain}
              ></case-sign-in>
            </dialog>`
      }`;
  }

  private get breadcrumbs(): readonly string[] {
    return this.workspace?.session.breadcrumbs.map((crumb) => crumb.text) ?? [];
  }

  /** Names the page that is shown, so that the frame moves the focus when it is another one. */
  private get page(): string {
    const { value, context } = this.snapshot;
    const place = this.workspace?.session.breadcrumbs.map((crumb) => crumb.index).join('/') ?? '';
    const blocked = this.formEntry?.getSnapshot().matches('blocked') ? 'blocked' : '';
    return [this.side ?? String(value), place, context.screen?.kind ?? '', blocked].join(' ');
  }

  private renderTools(workspace: Workspace): TemplateResult {
    const text = this.localize.strings.app;
    const { languages } = workspace.app;
    return html`${
        this.sync === undefined
          ? html`<span slot="sync" class="muted">${text.fromFiles}</span>`
          : html`<case-sync
              slot="sync"
              .status=${this.syncStatus}
              @case-sync-request=${this.handleSync}
              @case-show-rejected=${() => (this.side = 'outbox')}
            ></case-sync>`
      }
      ${
        languages.length < 2
          ? nothing
          : html`<xf-languages
              slot="language"
              .languages=${languages}
              .value=${workspace.language}
              @xf-language=${this.handleLanguage}
            ></xf-languages>`
      }
      <button
        slot="user"
        class="button quiet compact"
        type="button"
        @click=${() => this.actor.send({ type: 'signOut' })}
      >
        ${this.sync === undefined ? text.close : text.signOut}
      </button>`;
  }

  private renderPage(): unknown {
    if (this.side === 'outbox') {
      return html`<case-outbox .forms=${this.device.unsent}></case-outbox>`;
    }
    if (this.side === 'drafts') return this.renderDrafts();
    const { context } = this.snapshot;
    switch (this.snapshot.value) {
      case 'resuming':
        return html`<p class="muted" role="status">${this.localize.strings.form.loading}</p>`;
      case 'signedOut':
      case 'signingIn':
      case 'openingFiles':
        return this.renderSignedOut();
      case 'showingDetail':
        return this.renderDetail(context.selected?.id ?? '');
      case 'explainingOwner':
        return this.renderOwnerProblem(context.ownerProblem, () =>
          this.actor.send({ type: 'back' }),
        );
      case 'formFailed':
        return this.renderProblem(this.formProblem(context.problem?.message ?? ''));
      case 'entering':
        return this.renderForm();
      case 'submitted':
        return this.renderSubmitted(context.finished);
      default:
        return context.screen === undefined ? nothing : this.renderScreen(context.screen);
    }
  }

  private renderSignedOut(): TemplateResult {
    const { value, context } = this.snapshot;
    const { problem } = context;
    const problems = problem === undefined ? [] : loadProblems(problem.error);
    const ofFiles = problems.length > 0;
    return html`<div class="start">
      <case-sign-in
        .busy=${value === 'signingIn'}
        .error=${problem === undefined || ofFiles ? '' : problem.message}
        @case-sign-in=${this.handleSignIn}
        ><slot name="intro" slot="intro"></slot
      ></case-sign-in>
      <case-open
        .busy=${value === 'openingFiles'}
        .problems=${problems}
        @case-open=${this.handleOpen}
      ></case-open>
    </div>`;
  }

  private renderScreen(screen: Screen): unknown {
    switch (screen.kind) {
      case 'menu':
        return html`${this.renderHeld()}<case-menu
            .screen=${screen}
            .problems=${this.snapshot.context.ownerProblems}
            .media=${this.media}
            @case-choose=${({ id }: CaseChooseEvent) => this.actor.send({ type: 'choose', id })}
          ></case-menu>`;
      case 'list':
        return this.renderList(screen);
      case 'form':
        return html`<p class="muted" role="status">${this.localize.strings.form.loading}</p>`;
      case 'assertion':
        return this.renderProblem(this.assertionProblem(screen.text));
      default:
        return this.renderProblem(this.screenProblem(screen));
    }
  }

  /** What is held on this computer and wants attention: notices, unsent and unfinished forms. */
  private renderHeld(): unknown {
    const text = this.localize.strings.app;
    const { unsent, drafts, moved } = this.device;
    const button = (side: 'outbox' | 'drafts', label: string) =>
      html`<button class="link-button" type="button" @click=${() => (this.side = side)}>
        ${label}
      </button>`;
    const held = unsent.length + drafts.length;
    return html`${moved.map((each) => message('note', this.movedText(each)))}
    ${
      held === 0
        ? nothing
        : html`<div class="held">
            ${unsent.length === 0 ? nothing : button('outbox', text.unsent(unsent.length))}
            ${drafts.length === 0 ? nothing : button('drafts', text.drafts(drafts.length))}
          </div>`
    }`;
  }

  private movedText({ name, newOwner }: DeviceState['moved'][number]): string {
    const owner = newOwner === undefined ? undefined : this.workspace?.ownerName(newOwner);
    return this.localize.strings.app.moved(name, owner);
  }

  private renderDrafts(): TemplateResult {
    return html`<case-drafts
      .drafts=${this.device.drafts}
      @case-draft-resume=${this.handleResume}
    ></case-drafts>`;
  }

  private renderList(screen: ListScreen): TemplateResult {
    const owners = this.workspace?.candidates.map((candidate) => candidate.name) ?? [];
    return html`<case-list
      .screen=${screen}
      .owners=${owners}
      .media=${this.media}
      @case-select=${({ id }: CaseSelectEvent) => this.actor.send({ type: 'select', id })}
      @case-act=${({ index }: CaseActEvent) => this.actor.send({ type: 'act', index })}
    ></case-list>`;
  }

  private renderDetail(id: string): TemplateResult {
    const shown = this.workspace?.sandbox.database.get(id);
    return html`<case-detail
      .heading=${shown?.caseName ?? id}
      .tabs=${this.snapshot.context.selected?.tabs ?? []}
      .owner=${shown === undefined ? undefined : this.owner(shown.ownerId)}
      .media=${this.media}
      @case-continue=${() => this.actor.send({ type: 'continue' })}
      @case-cancel=${() => this.actor.send({ type: 'back' })}
    ></case-detail>`;
  }

  private renderOwnerProblem(problem: unknown, back: () => void): TemplateResult {
    return html`<case-owner-problem
      .problem=${problem}
      .userName=${this.workspace?.user.name ?? ''}
      .appName=${this.workspace?.app.profile.name ?? ''}
      .compatText=${this.workspace?.sharingText ?? ''}
      .syncing=${this.syncState === 'syncing'}
      @case-sync-request=${this.handleSync}
      @case-cancel=${back}
    ></case-owner-problem>`;
  }

  private renderForm(): unknown {
    const { formEntry } = this;
    const opened = this.snapshot.context.opened;
    if (formEntry === undefined || opened === undefined) return nothing;
    const entry = formEntry.getSnapshot();
    if (entry.matches('blocked')) {
      return html`${message('note', this.localize.strings.app.ownerPending)}
      ${this.renderOwnerProblem(entry.context.ownerProblem, () => formEntry.send({ type: 'resume' }))}`;
    }
    return html`${this.renderSaveProblem(entry.context.problem)}<xf-form
        .form=${opened.form}
        .actor=${formEntry}
        .media=${this.media}
        .busy=${!entry.matches('entering')}
        @xf-attach=${this.handleAttach}
      >
        <h1 slot="header" tabindex="-1">${opened.title}</h1>
        <span slot="language"></span>
        <div slot="footer" class="footer">
          <button
            class="button quiet"
            type="button"
            @click=${() => formEntry.send({ type: 'leave' })}
          >
            ${this.localize.strings.app.saveAndLeave}
          </button>
          <span class="muted" role="status">${this.savedText(entry.context.savedAt)}</span>
        </div>
      </xf-form>`;
  }

  private savedText(savedAt: number | undefined): string {
    if (savedAt === undefined) return '';
    const time = new Intl.DateTimeFormat(this.localize.lang, { timeStyle: 'short' });
    return this.localize.strings.form.saved(time.format(new Date(savedAt)));
  }

  private renderSaveProblem(problem: string | undefined): unknown {
    if (problem === undefined) return nothing;
    const text = this.localize.strings.app;
    return html`<div role="alert">
      ${message(
        'danger',
        html`<p>${text.saveTitle}. ${text.saveMeaning} ${text.saveRemedy}</p>
          <p>${problem}</p>`,
      )}
    </div>`;
  }

  private renderSubmitted(finished: FinishedWork | undefined): unknown {
    if (finished === undefined) return nothing;
    const text = this.localize.strings.app;
    const waiting = this.device.unsent.find((each) => each.instanceId === finished.instanceId);
    const outcome =
      waiting === undefined ? 'sent' : waiting.state === 'rejected' ? 'rejected' : 'saved';
    return html`<case-submitted
      .outcome=${this.sync === undefined ? 'saved' : outcome}
      .formName=${finished.formName}
      .reason=${waiting?.reason ?? ''}
      .owner=${this.newOwner(finished)}
      .steps=${[{ id: 'continue', text: text.goOn }]}
      @case-choose=${() => this.actor.send({ type: 'continue' })}
    >
      <button slot="summary" class="button quiet" type="button" @click=${() => saveCopy(finished)}>
        ${text.saveCopy}
      </button>
    </case-submitted>`;
  }

  /** The owner of what the form registered; nothing when it registered nothing. */
  private newOwner({ outcome }: FinishedWork): ShownOwner | undefined {
    if (outcome.kind !== 'saved') return undefined;
    const made = outcome.changes.find((change) => change.before === undefined);
    return made && this.owner(made.after.ownerId);
  }

  private owner(ownerId: string): ShownOwner {
    return {
      name: this.workspace?.ownerName(ownerId) ?? ownerId,
      people: this.people(ownerId),
    };
  }

  private renderProblem(problem: ShownProblem): TemplateResult {
    return html`<case-error
      .problem=${problem}
      can-go-back
      @case-cancel=${() => this.actor.send({ type: 'back' })}
    ></case-error>`;
  }

  private formProblem(details: string): ShownProblem {
    const { formTitle, formMeaning, formRemedy } = this.localize.strings.app;
    return { title: formTitle, meaning: formMeaning, remedy: formRemedy, details, safe: false };
  }

  private assertionProblem(meaning: string): ShownProblem {
    const { assertionTitle, assertionRemedy } = this.localize.strings.app;
    return { title: assertionTitle, meaning, remedy: assertionRemedy, details: '', safe: false };
  }

  private screenProblem(screen: Screen): ShownProblem {
    const { screenTitle, screenMeaning, screenRemedy } = this.localize.strings.app;
    const details = screen.kind === 'error' ? screen.message : screen.kind;
    return {
      title: screenTitle,
      meaning: screenMeaning,
      remedy: screenRemedy,
      details,
      safe: false,
    };
  }
}

async function readFile(file: File): Promise<GivenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function saveCopy({ xml, formName }: FinishedWork): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([xml], { type: 'text/xml' }));
  link.download = `${formName}.xml`;
  link.click();
  URL.revokeObjectURL(link.href);
}

declare global {
  interface HTMLElementTagNameMap {
    'case-app': CaseApp;
  }
}
