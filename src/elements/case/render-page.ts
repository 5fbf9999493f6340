import { html, nothing, type TemplateResult } from 'lit';
import type { OwnerChoice, OwnerProblem } from '../../case/ownership/owner-resolution.ts';
import { withShortNames } from '../../case/ownership/with-short-names.ts';
import type { FormEntryActor } from '../../machines/form-entry.ts';
import { placeAt } from '../../machines/app-session/destination.ts';
import type { Project } from '../../machines/project.ts';
import type { Workspace } from '../../machines/workspace.ts';
import type { FinishedWork } from '../../machines/workspace/opened-form.ts';
import type { ListScreen, MenuScreen, QueryScreen, Screen } from '../../suite/screen.ts';
import { saveFile } from '../shared/save-file.ts';
import './case-app-notes.ts';
import './case-apps.ts';
import './case-detail.ts';
import './case-error.ts';
import './case-begun.ts';
import './case-form.ts';
import './case-held.ts';
import './case-link.ts';
import './case-list.ts';
import './case-loading.ts';
import './case-menu.ts';
import './case-owner-problem.ts';
import './case-post.ts';
import './case-query.ts';
import './case-review.ts';
import './case-start.ts';
import './case-submitted.ts';
import './case-tile.ts';
import type { Draft } from './draft.ts';
import type { DeviceState } from './device-state.ts';
import type { LoadingProgress } from './loading-progress.ts';
import type { FutureCase } from '../../machines/case-management.ts';
import type { ShownProblem } from './shown-problem.ts';
import { holdersNow, newOwner, ownerOf, shownFuture, subjectOf } from './page-owners.ts';
import { workspaceOf, type PageSource } from './page-source.ts';
import { renderOpenProblem } from './render-open-problem.ts';
import { appProblems } from './load-problems.ts';
import { assertionProblem, formProblem, screenProblem } from './shown-problems.ts';

/**
 * The page for where the session is. It listens to nothing: the events of its elements bubble, and `case-app` tells the machine.
 */
export function renderPage(source: PageSource): unknown {
  const { value, context } = source.snapshot;
  switch (value) {
    case 'signedOut':
      return renderStart(source);
    case 'opening':
      if (source.loading !== undefined) return renderLoadingCases(source.loading);
      return context.entrance === 'resume' ? renderLoading(source) : renderStart(source);
    case 'choosingApp':
      return context.project && renderApps(source, context.project);
    case 'openingApp':
    case 'lookingForDrafts':
    case 'openingForm':
    case 'signingOut':
    case 'switchingUser':
      return renderLoading(source);
    case 'posting':
    case 'postFailed':
      return html`<case-post .problem=${context.remoteProblem}></case-post>`;
    case 'showingDetail':
      return renderDetail(source, context.selected?.id ?? '');
    case 'explainingOwner':
      return renderOwnerProblem(source, context.explained?.problem);
    case 'formFailed':
      return renderProblem(formProblem(source.strings.app, context.problem?.message ?? ''));
    case 'offeringDrafts':
      return renderBegun(source, context.begun);
    case 'entering':
      return renderEntering(source);
    case 'submitted':
      return context.finished && renderSubmitted(source, context.finished);
    default:
      return context.screen && html`${renderTile(source)}${renderScreen(source, context.screen)}`;
  }
}

function renderStart(source: PageSource): TemplateResult {
  const { value, context } = source.snapshot;

  if (source.embedded) return renderEmbeddedStart(source);
  const busy = value === 'opening' ? context.entrance : undefined;
  return html`<case-start .busy=${busy} .problem=${context.problem}
    ><slot name="intro" slot="intro"></slot
  ></case-start>`;
}

/** Nobody signs in here: what was given is on its way, or cannot be opened. */
function renderEmbeddedStart(source: PageSource): TemplateResult {
  const { problem } = source.snapshot.context;
  if (problem === undefined) return renderLoading(source);
  return renderOpenProblem(problem.error, source.strings);
}

function renderApps(source: PageSource, { apps }: Project): TemplateResult {
  const { context } = source.snapshot;
  const { problem } = context;
  const named = placeAt(context)?.app;
  return html`<case-apps .apps=${apps} .problem=${problem?.message ?? ''} .notOffered=${named ?? ''}
    >${renderHeld(source)}</case-apps
  >`;
}

function renderLoading({ strings }: PageSource): TemplateResult {
  return html`<p class="muted" role="status">${strings.app.loading}</p>`;
}

function renderLoadingCases({ received, read, prepared }: LoadingProgress): TemplateResult {
  return html`<case-loading
    .received=${received}
    .read=${read}
    .prepared=${prepared}
  ></case-loading>`;
}

function renderScreen(source: PageSource, screen: Screen): unknown {
  switch (screen.kind) {
    case 'menu':
      return renderMenu(source, screen);
    case 'list':
      return renderList(source, screen);
    case 'form':
      return renderLoading(source);
    case 'query':
      return renderSearch(source, screen);
    case 'link':
      return html`<case-link .url=${screen.url}></case-link>`;
    case 'assertion':
      return renderProblem(assertionProblem(source.strings.app, screen.text));
    default:
      return renderProblem(screenProblem(source.strings.app, screen));
  }
}

function renderMenu(source: PageSource, screen: MenuScreen): TemplateResult {
  return html`<case-menu
    .screen=${screen}
    .subject=${subjectOf(source)}
    .problems=${source.snapshot.context.ownerProblems}
    .media=${source.media}
    .caseTypeLabel=${source.caseTypeLabel}
    >${renderHeld(source)}${renderAppNotes(source)}</case-menu
  >`;
}

/** On the first page of an app. What is wrong with it is for those who can have it put right. */
function renderAppNotes(source: PageSource): unknown {
  const workspace = workspaceOf(source);
  if (workspace === undefined || workspace.session.frame.length > 0) return nothing;
  const { app, user } = workspace;
  const isTold = source.sync.kind === 'none' || user.isAdministrator === true;
  return html`<case-app-notes
    slot="notices"
    .problems=${isTold ? appProblems(app.problems) : []}
    .practice=${source.sync.kind !== 'none' && app.practiceRestore !== undefined}
  ></case-app-notes>`;
}

function renderHeld(source: PageSource): TemplateResult {
  return html`<case-held
    slot="notices"
    .device=${shownDevice(source)}
    .problem=${source.sync.problem}
    .ownerName=${(id: string) => ownerOf(source, id)?.name}
  ></case-held>`;
}

/** An app may do without the lists of what is not finished and not sent. A form that was not accepted is told of all the same. */
function shownDevice(source: PageSource): DeviceState {
  const properties = workspaceOf(source)?.app.profile.properties ?? {};
  const { drafts, unsent } = source.device;
  const rejected = unsent.filter(({ state }) => state === 'rejected');
  return {
    ...source.device,
    drafts: properties['cc-show-incomplete'] === 'no' ? [] : drafts,
    unsent: properties['cc-show-saved'] === 'no' ? rejected : unsent,
  };
}

function renderList(source: PageSource, screen: ListScreen): TemplateResult {
  const workspace = workspaceOf(source);
  const owners = withShortNames(workspace?.candidates ?? []).map(({ name }) => name);
  const list = html`<case-list
    .screen=${screen}
    .owners=${owners}
    .view=${source.view}
    .media=${source.media}
  ></case-list>`;
  const query = workspace?.session.query;
  return query === undefined ? list : renderSearch(source, query, list);
}

/** The prompts stay the same element when a list of what was found comes beside them: who types there goes on typing. */
function renderSearch(
  { snapshot, geocoder }: PageSource,
  query: QueryScreen,
  list: unknown = nothing,
): TemplateResult {
  return html`<div class="search">
    <case-query
      .screen=${query}
      .geocoder=${geocoder}
      .busy=${snapshot.matches('searching') || snapshot.matches('refining')}
      .problem=${snapshot.context.remoteProblem}
    ></case-query>
    ${list}
  </div>`;
}

/** What the app keeps in sight of the case that was chosen. */
function renderTile(source: PageSource): unknown {
  const tile = workspaceOf(source)?.session.persistentTile;
  return tile && html`<case-tile .tile=${tile} .media=${source.media}></case-tile>`;
}

function renderDetail(source: PageSource, id: string): TemplateResult {
  const shown = workspaceOf(source)?.sandbox.database.get(id);
  return html`<case-detail
    .heading=${shown?.caseName ?? id}
    .tabs=${source.snapshot.context.selected?.tabs ?? []}
    .owner=${shown && ownerOf(source, shown.ownerId)}
    .holders=${shown ? holdersNow(source, shown.caseId) : []}
    .media=${source.media}
  ></case-detail>`;
}

function renderOwnerProblem(
  source: PageSource,
  problem: OwnerProblem | OwnerChoice | undefined,
): TemplateResult {
  const workspace = workspaceOf(source);
  return html`<case-owner-problem
    .problem=${problem}
    .userName=${workspace?.user.username ?? ''}
    .appName=${workspace?.app.profile.name ?? ''}
    .compatText=${workspace?.sharingText ?? ''}
    .caseTypeLabel=${source.caseTypeLabel}
    .syncing=${source.sync.kind === 'syncing'}
    .administrator=${workspace?.user.isAdministrator ?? false}
    .settings=${source.settings}
    .userId=${workspace?.user.userId ?? ''}
    .suggested=${workspace?.lastOwner.read() ?? ''}
    .filledIn=${source.formEntry !== undefined}
  ></case-owner-problem>`;
}

type BegunForm = Awaited<ReturnType<Workspace['forms']['findDrafts']>>[number];

function renderBegun(source: PageSource, begun: readonly BegunForm[]): TemplateResult {
  return html`<case-begun
    .drafts=${begun.map((draft) => shownDraft(draft, workspaceOf(source)))}
    .caseName=${subjectOf(source)?.caseName ?? ''}
  ></case-begun>`;
}

function shownDraft(draft: BegunForm, workspace: Workspace | undefined): Draft {
  const { id, title: formName, caseName, savedAt, answered } = draft;
  const changes = workspace?.forms.changesOf(draft);
  return { id, formName, caseName, lastModified: new Date(savedAt), answered, changes };
}

function renderEntering(source: PageSource): unknown {
  const { formEntry } = source;
  if (formEntry === undefined) return nothing;
  const entry = formEntry.getSnapshot();
  const management = source.caseManagement?.getSnapshot();
  if (management?.matches('askingOwner') && management.context.resolution.kind === 'choice') {
    return renderOwnerProblem(source, management.context.resolution);
  }
  if (management?.matches('reviewing')) return renderReview(source, management.context.future);
  if (!entry.matches('blocked')) return renderForm(source, formEntry);
  return renderOwnerProblem(source, entry.context.ownerProblem);
}

function renderReview(source: PageSource, future: readonly FutureCase[]): TemplateResult {
  return html`<case-review
    .cases=${future.map((each) => shownFuture(source, each, future))}
  ></case-review>`;
}

function renderForm(source: PageSource, formEntry: FormEntryActor): TemplateResult {
  const { opened } = source.snapshot.context;
  const languages = workspaceOf(source)?.app.languages ?? [];
  return html`${renderTile(source)}<case-form
      .opened=${opened}
      .actor=${formEntry}
      .subject=${subjectOf(source)}
      .noLanguages=${languages.length > 1}
      .media=${source.media}
      .geocoder=${source.geocoder}
    ></case-form>`;
}

function renderSubmitted(source: PageSource, finished: FinishedWork): TemplateResult {
  const { app } = source.strings;
  const { formName, instanceId, xml } = finished;
  const unsent = source.device.unsent.find((each) => each.instanceId === instanceId);
  return html`<case-submitted
    .outcome=${outcomeOf(source.device, finished)}
    .formName=${formName}
    .reason=${unsent?.reason ?? ''}
    .owner=${newOwner(source, finished)}
    .steps=${[{ id: 'continue', text: app.goOn }]}
  >
    <button
      slot="summary"
      class="button quiet"
      type="button"
      @click=${() => saveFile(`${formName}.xml`, 'text/xml', xml)}
    >
      ${app.saveCopy}
    </button>
  </case-submitted>`;
}

function outcomeOf({ unsent, sent }: DeviceState, { instanceId }: FinishedWork) {
  const held = unsent.find((each) => each.instanceId === instanceId);
  if (held?.state === 'rejected') return 'rejected';
  return held === undefined && sent.includes(instanceId) ? 'sent' : 'saved';
}

function renderProblem(problem: ShownProblem): TemplateResult {
  return html`<case-error .problem=${problem} can-go-back></case-error>`;
}
