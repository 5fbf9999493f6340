import { html, nothing, type TemplateResult } from 'lit';
import type { Project } from '../../machines/project.ts';
import type { Workspace } from '../../machines/workspace.ts';
import type { XfLanguageEvent } from '../events/xf-language-event.ts';
import '../form/xf-languages.ts';
import type { AppStrings } from '../strings/app-strings.ts';
import './case-act-as.ts';
import type { CaseActAs } from './case-act-as.ts';
import './case-sync.ts';
import type { SyncStatus } from './sync-status.ts';

/** What the tools in the top bar are made from. */
export interface ToolsSource {
  readonly text: AppStrings;
  readonly project: Project;
  /** The app that is open, if one is. */
  readonly workspace: Workspace | undefined;
  /** `undefined` where nothing is sent anywhere. */
  readonly syncStatus: SyncStatus | undefined;
  /** On somebody else's page, which one does not sign out of. */
  readonly embedded: boolean;
  readonly inspecting: boolean;
  readonly peopleToActAs: CaseActAs['people'];
  readonly onLanguage: (event: XfLanguageEvent) => void;
  readonly onInspect: () => void;
  readonly onSignOut: () => void;
  readonly onEndPractice: () => void;
}

/** What stands at the right of the top bar, as children of `case-frame`: sync state, language, and what belongs to the user. */
export function renderTools(source: ToolsSource): TemplateResult {
  if (source.embedded) return html`${renderSync(source)} ${renderLanguages(source)}`;
  return html`${renderSync(source)} ${renderLanguages(source)}
  ${isForInspectors(source) ? renderInspect(source) : nothing} ${renderActAs(source)}
  ${source.project.practising === true ? renderEndPractice(source) : renderSignOut(source)}`;
}

function renderSync({ text, project, syncStatus }: ToolsSource): TemplateResult {
  if (syncStatus !== undefined) {
    return html`<case-sync slot="sync" .status=${syncStatus}></case-sync>`;
  }
  return html`<span slot="sync" class="from-files"
    >${project.practising === true ? text.appNotes.practising : text.fromFiles}</span
  >`;
}

function renderLanguages({ workspace, onLanguage }: ToolsSource): unknown {
  const languages = workspace?.app.languages ?? [];
  if (languages.length < 2) return nothing;
  return html`<xf-languages
    slot="language"
    .languages=${languages}
    .value=${workspace?.language ?? ''}
    @xf-language=${onLanguage}
  ></xf-languages>`;
}

/** Those who look after apps and projects; anybody may open the inspector by its key. */
function isForInspectors({ syncStatus, project }: ToolsSource): boolean {
  return syncStatus === undefined || project.user.isAdministrator === true;
}

function renderInspect({ text, inspecting, onInspect }: ToolsSource): TemplateResult {
  return html`<button
    slot="user"
    id="inspect"
    class="button quiet compact"
    type="button"
    aria-pressed=${String(inspecting)}
    aria-keyshortcuts="Alt+Shift+I"
    @click=${onInspect}
  >
    ${text.inspect}
  </button>`;
}

function renderActAs({ project, peopleToActAs }: ToolsSource): unknown {
  const { isAdministrator = false, actedBy = '' } = project.user;
  if (!isAdministrator && actedBy === '') return nothing;
  return html`<case-act-as slot="user" .actedBy=${actedBy} .people=${peopleToActAs}></case-act-as>`;
}

function renderEndPractice({ text, onEndPractice }: ToolsSource): TemplateResult {
  return html`<button slot="user" class="button compact" type="button" @click=${onEndPractice}>
    ${text.appNotes.endPractice}
  </button>`;
}

function renderSignOut({ text, syncStatus, onSignOut }: ToolsSource): TemplateResult {
  return html`<button slot="user" class="button quiet compact" type="button" @click=${onSignOut}>
    ${syncStatus === undefined ? text.close : text.signOut}
  </button>`;
}
