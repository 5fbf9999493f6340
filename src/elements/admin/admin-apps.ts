import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { AppSettings, ProjectApp } from '../../project/project-app.ts';
import { createsSharedCases } from '../../project/project-app.ts';
import '../case/case-confirm.ts';
import type { CaseConfirm } from '../case/case-confirm.ts';
import { adminAddress, NEW } from '../shared/admin-place.ts';
import { message } from '../shared/message.ts';
import { AdminAppRemovedEvent } from './admin-app-removed-event.ts';
import type { AdminClient } from './admin-client.ts';
import { checkField, choiceField, readFields, textField } from './admin-fields.ts';
import { AdminPage } from './admin-page.ts';

/**
 * @summary The apps of a project: uploading them and their versions, for whom they are, and whether they share cases.
 * @event {Event} admin-apps-changed - An app was changed; the host reads the project again.
 * @event {AdminAppRemovedEvent} admin-app-removed - An app was removed, as was confirmed; the host goes back to the list.
 * @csspart base - The page.
 */
@customElement('admin-apps')
export class AdminApps extends AdminPage {
  @query('case-confirm') private confirm!: CaseConfirm;

  @state() private problem = '';
  @state() private done = '';
  @state() private busy = false;

  /** The project's server, which has the apps. */
  @property({ attribute: false }) client!: AdminClient;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('item')) return;
    this.problem = '';
    this.done = '';
  }

  private handleSave(app: ProjectApp, event: SubmitEvent): void {
    const fields = readFields(event);
    const settings: AppSettings = {
      name: fields.text('name'),
      caseSharing: SWITCH[fields.text('caseSharing')] ?? null,
      groupIds: fields.all('group'),
      currentVersion: Number(fields.text('version')) || null,
    };
    const name = settings.name || app.ownName;
    void this.change(
      () => this.client.saveApp(app.appId, settings),
      () => this.tell(this.text.saved(name)),
    );
  }

  private async handleDelete({ appId, name, ownName }: ProjectApp): Promise<void> {
    if (!(await this.confirm.ask())) return;
    await this.change(
      () => this.client.removeApp(appId),
      () => this.dispatchEvent(new AdminAppRemovedEvent(this.text.deleted(name || ownName))),
    );
  }

  private handleUpload(event: SubmitEvent, appId: string | undefined): void {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).elements.namedItem('file') as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void this.change(
      () => this.client.uploadApp(file, appId),
      () => this.tell(this.text.apps.uploaded(file.name)),
    );
  }

  /** Says what has come of it; the list is read again by the host. */
  private tell(done: string): void {
    this.done = done;
    this.dispatchEvent(new Event('admin-apps-changed', { bubbles: true, composed: true }));
  }

  /** Changes an app; `tell` is called once that is done. */
  private async change(work: () => Promise<void>, tell: () => void): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.done = '';
    try {
      await work();
      tell();
    } catch (error) {
      this.problem = (error as Error).message;
    } finally {
      this.busy = false;
    }
  }

  override render(): TemplateResult {
    const { item, project } = this;
    if (item === undefined) return this.renderList();
    if (item === NEW) return this.renderNew();
    const app = project.apps.find(({ appId }) => appId === item);
    return app === undefined ? this.renderNotThere() : this.renderApp(app);
  }

  private renderList(): TemplateResult {
    const { text, project } = this;
    const { apps } = text;
    return html`<div part="base" class="page">
      ${this.renderHead('apps', apps.upload)}
      <p>${apps.hint}</p>
      ${this.renderNews()}
      ${this.renderTable(
        [text.name, apps.version, apps.sharing, apps.receivers],
        project.apps.map((app) => this.renderRow(app)),
      )}
    </div>`;
  }

  private renderNews(): TemplateResult {
    const { problem, done } = this;
    return html`<div>
      <div role="alert">
        ${problem === '' ? nothing : message('danger', html`<p>${problem}</p>`)}
      </div>
      <div role="status">${done === '' ? nothing : message('sent', html`<p>${done}</p>`)}</div>
    </div>`;
  }

  private renderRow(app: ProjectApp): TemplateResult {
    const { text } = this;
    const { apps } = text;
    const groups = app.groupIds.map((id) => this.project.nameOf(id)).join(', ');
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <a href=${adminAddress({ section: 'apps', id: app.appId })} dir="auto"
          >${app.name || app.ownName}</a
        >
      </th>
      <td role="cell" data-label=${apps.version}>${app.currentVersion ?? apps.ofServer}</td>
      <td role="cell" data-label=${apps.sharing}>${this.sharingOf(app)}</td>
      <td role="cell" data-label=${apps.receivers} dir="auto">${groups || apps.everybody}</td>
    </tr>`;
  }

  private sharingOf(app: ProjectApp): string {
    const { apps } = this.text;
    if (createsSharedCases(app)) return apps.shares;
    const switchedOn = app.caseSharing ?? app.shares;
    return switchedOn && !app.creates ? apps.createsNothing : apps.sharesNothing;
  }

  private renderNew(): TemplateResult {
    const { apps } = this.text;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${apps.upload}</h1>
      ${this.renderNews()} ${this.renderUpload(undefined, apps.upload, apps.uploadHint)}
    </div>`;
  }

  private renderUpload(appId: string | undefined, label: string, hint: string): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => this.handleUpload(event, appId)}>
      <div class="field">
        <label class="label" for="file">${this.text.apps.file}</label>
        <p id="file-hint" class="hint">${hint}</p>
        <input
          id="file"
          name="file"
          class="control"
          type="file"
          accept=".ccz,.zip,.xml"
          required
          aria-describedby="file-hint"
        />
      </div>
      <div class="actions">
        <button class="button primary" type="submit" ?disabled=${this.busy}>${label}</button>
        <a class="button" href=${adminAddress({ section: 'apps', id: undefined })}
          >${this.text.cancel}</a
        >
      </div>
    </form>`;
  }

  private renderApp(app: ProjectApp): TemplateResult {
    const { text } = this;
    const { apps } = text;
    const name = app.name || app.ownName;
    const isUploaded = app.currentVersion !== null;
    return html`<div part="base" class="page">
      <h1 tabindex="-1" dir="auto">${name}</h1>
      ${this.renderNews()}
      ${keyed(
        `${app.appId} ${app.currentVersion}`,
        html`<form @submit=${(event: SubmitEvent) => this.handleSave(app, event)}>
          ${textField({ name: 'name', label: text.name, hint: apps.ownName(app.ownName), value: app.name })}
          ${this.renderSwitch(app)} ${this.renderGroups(app)}
          ${isUploaded ? this.renderVersions(app) : nothing} ${this.renderFormActions('apps')}
        </form>`,
      )}
      <div class="section">
        <h2>${apps.newVersion}</h2>
        ${this.renderUpload(app.appId, apps.newVersion, apps.newVersionHint(name))}
      </div>
      ${isUploaded ? this.renderDelete(app) : nothing}
    </div>`;
  }

  private renderSwitch(app: ProjectApp): TemplateResult {
    const { apps } = this.text;
    if (app.isCompiled) {
      return html`<p><strong>${apps.caseSharing}:</strong> ${this.sharingOf(app)}</p>
        <p class="hint">${apps.isCompiled}</p>`;
    }
    const value = app.caseSharing === null ? '' : app.caseSharing ? 'on' : 'off';
    return choiceField('caseSharing', apps.caseSharing, value, [
      ['', apps.asTheApp(app.shares)],
      ['on', apps.on],
      ['off', apps.off],
    ]);
  }

  private renderGroups({ groupIds }: ProjectApp): unknown {
    const { groups } = this.project.directory;
    if (groups.length === 0) return nothing;
    const { apps } = this.text;
    return html`<fieldset>
      <legend>${apps.receivers}</legend>
      <p class="hint">${apps.receiversHint}</p>
      <div class="checks">
        ${groups.map(({ groupId, name }) =>
          checkField('group', name, groupIds.includes(groupId), { value: groupId }),
        )}
      </div>
    </fieldset>`;
  }

  private renderVersions({ versions, currentVersion }: ProjectApp): TemplateResult {
    const { apps } = this.text;
    return html`<fieldset>
      <legend>${apps.versions}</legend>
      <p class="hint">${apps.versionsHint}</p>
      <div class="checks">
        ${versions.map(
          ({ version, ownVersion, file, uploadedAt, username }) =>
            html`<div class="check">
              <input
                type="radio"
                id="version-${version}"
                name="version"
                value=${version}
                .checked=${version === currentVersion}
                aria-describedby="version-${version}-hint"
              />
              <label for="version-${version}">${apps.versionName(version, ownVersion)}</label>
              <p id="version-${version}-hint" class="hint" dir="auto">
                ${apps.versionFrom(file, this.time(uploadedAt), username)}
              </p>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  private time(at: string): string {
    const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
    return new Intl.DateTimeFormat(this.localize.lang, style).format(new Date(at));
  }

  private renderDelete(app: ProjectApp): TemplateResult {
    const { apps } = this.text;
    return html`<div class="section">
      <p class="hint">${apps.deleteHint}</p>
      <div class="actions">
        <button class="button danger" type="button" @click=${() => void this.handleDelete(app)}>
          ${apps.delete}
        </button>
      </div>
      <case-confirm
        .heading=${apps.deleteAsk(app.name || app.ownName)}
        .body=${apps.deleteHint}
        .confirm=${apps.delete}
        .cancel=${this.text.impact.cancel}
      ></case-confirm>
    </div>`;
  }
}

const SWITCH: Readonly<Record<string, boolean>> = { on: true, off: false };

declare global {
  interface HTMLElementTagNameMap {
    'admin-apps': AdminApps;
  }
}
