import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { changePortions } from '../../project/change-portions.ts';
import type { ChangePortions } from '../../project/change-portions.ts';
import type { ProjectChange } from '../../project/project-change.ts';
import { WideController } from '../form/wide-controller.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { sideMenuStyles } from '../shared/side-menu.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { AdminAppRemovedEvent } from './admin-app-removed-event.ts';
import type { AdminChangeEvent } from './admin-change-event.ts';
import type { AdminClient } from './admin-client.ts';
import './admin-apps.ts';
import './admin-cases.ts';
import './admin-concerns.ts';
import './admin-groups.ts';
import './admin-history.ts';
import './admin-impact.ts';
import './admin-import.ts';
import type { AdminImpact } from './admin-impact.ts';
import { adminStringsFor } from './admin-language.ts';
import './admin-levels.ts';
import './admin-locations.ts';
import type { AdminPage } from './admin-page.ts';
import './admin-people.ts';
import './admin-settings.ts';
import './admin-tables.ts';
import './admin-user-fields.ts';
import type { AdminPlace } from '../shared/admin-place.ts';
import { ADMIN_SECTIONS, adminAddress } from '../shared/admin-place.ts';
import { adminProjectStyles } from './admin-project.styles.ts';
import { AdminProjectState } from './admin-project-state.ts';

/**
 * @summary The settings of a project: people, groups, organization levels, locations, and who changed them.
 *
 * It reads the project, shows the page of the place, and makes changes: whom they hit is asked first, and shown when it is anybody.
 *
 * @event {Event} admin-saved - A change was made; the host goes from what was open back to its list.
 * @csspart navigation - The links to the pages.
 */
@customElement('admin-project')
export class AdminProject extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    sideMenuStyles,
    adminProjectStyles,
  ];

  private readonly localize = new StringsController(this);
  private readonly room = new WideController(this);

  @query('admin-impact') private impact!: AdminImpact;
  @query('[data-page]') private page!: AdminPage | null;

  @state() private project: AdminProjectState | undefined;
  @state() private problem = '';
  @state() private done = '';
  @state() private busy = false;

  /** The project's server. */
  @property({ attribute: false }) client!: AdminClient;

  /** The page that is shown, and what is open there. */
  @property({ attribute: false }) place: AdminPlace = { section: 'people', id: undefined };

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('place');
    if (before !== undefined && before.section !== this.place.section) this.done = '';
  }

  protected override firstUpdated(): void {
    void this.reload();
  }

  /** Goes to the heading of the page. */
  override focus(options?: FocusOptions): void {
    this.page?.focus(options);
  }

  private async reload(): Promise<void> {
    try {
      const [state, apps] = await Promise.all([this.client.read(), this.client.apps()]);
      this.project = new AdminProjectState(state, apps);
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  private async handleChange({ changes, done }: AdminChangeEvent): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.done = '';
    try {
      if (await this.isWanted(changes)) await this.change(changes, done);
    } catch (error) {
      this.problem = (error as Error).message;
    } finally {
      this.busy = false;
    }
  }

  private async isWanted(changes: readonly ProjectChange[]): Promise<boolean> {
    const people = await this.client.impact(changes);
    return people.length === 0 || this.impact.ask(people);
  }

  private async change(changes: readonly ProjectChange[], done: string): Promise<void> {
    const { first, passwords } = changePortions(changes);
    if (first.length > 0) await this.client.change(first);
    try {
      await this.changePasswords(passwords);
    } finally {
      // Where a password was refused, everything before it is made.
      await this.reload();
    }
    this.finish(done);
  }

  private async handleAppRemoved({ done }: AdminAppRemovedEvent): Promise<void> {
    await this.reload();
    this.finish(done);
  }

  private finish(done: string): void {
    this.done = done;
    this.dispatchEvent(new Event('admin-saved', { bubbles: true, composed: true }));
  }

  private async changePasswords(portions: ChangePortions['passwords']): Promise<void> {
    const text = adminStringsFor(this.localize.lang);
    const total = portions.flat().length;
    let made = 0;
    for (const portion of portions) {
      this.done = text.passwords(made, total);
      await this.client.change(portion);
      made += portion.length;
    }
  }

  override render(): TemplateResult {
    const text = adminStringsFor(this.localize.lang);
    return html`${this.renderNavigation()}
      <div class="shown">
        <div role="alert">
          ${
            this.problem === ''
              ? nothing
              : message(
                  'danger',
                  html`<p><strong>${text.problem}</strong></p>
                    <p>${this.problem}</p>`,
                )
          }
        </div>
        <div role="status">
          ${this.done === '' ? nothing : message('sent', html`<p>${this.done}</p>`)}
        </div>
        <div @admin-change=${this.handleChange}>
          ${
            this.project === undefined
              ? html`<p class="muted">${this.problem === '' ? text.loading : nothing}</p>`
              : this.renderPage(this.project)
          }
        </div>
      </div>
      <admin-impact></admin-impact>`;
  }

  /** Beside the page, or folded above it where there is no room; what is unfolded folds when one has gone somewhere. */
  private renderNavigation(): TemplateResult {
    const { section, id } = this.place;
    const links = this.renderLinks();
    return html`<nav part="navigation" aria-label=${adminStringsFor(this.localize.lang).title}>
      ${
        this.room.value
          ? links
          : keyed(
              `${section} ${id ?? ''}`,
              html`<details>
                <summary>${this.localize.strings.case.frame.menu}</summary>
                ${links}
              </details>`,
            )
      }
    </nav>`;
  }

  private renderLinks(): TemplateResult {
    const { sections } = adminStringsFor(this.localize.lang);
    return html`<ul class="plain">
      ${ADMIN_SECTIONS.map(
        (section) =>
          html`<li>
            <a
              class="item"
              href=${adminAddress({ section, id: undefined })}
              aria-current=${section === this.place.section ? 'page' : nothing}
              >${sections[section]}</a
            >
          </li>`,
      )}
    </ul>`;
  }

  private renderPage(project: AdminProjectState): TemplateResult {
    const { section, id } = this.place;
    switch (section) {
      case 'people':
        return html`<admin-people
          data-page
          .project=${project}
          .item=${id}
          .client=${this.client}
        ></admin-people>`;
      case 'groups':
        return html`<admin-groups data-page .project=${project} .item=${id}></admin-groups>`;
      case 'levels':
        return html`<admin-levels data-page .project=${project} .item=${id}></admin-levels>`;
      case 'locations':
        return html`<admin-locations data-page .project=${project} .item=${id}></admin-locations>`;
      case 'fields':
        return html`<admin-user-fields data-page .project=${project}></admin-user-fields>`;
      case 'tables':
        return html`<admin-tables
          data-page
          .project=${project}
          .item=${id}
          .client=${this.client}
        ></admin-tables>`;
      case 'apps':
        return html`<admin-apps
          data-page
          .project=${project}
          .item=${id}
          .client=${this.client}
          @admin-apps-changed=${this.reload}
          @admin-app-removed=${this.handleAppRemoved}
        ></admin-apps>`;
      case 'cases':
        return html`<admin-cases
          data-page
          .project=${project}
          .item=${id}
          .client=${this.client}
        ></admin-cases>`;
      case 'concerns':
        return html`<admin-concerns
          data-page
          .project=${project}
          .client=${this.client}
        ></admin-concerns>`;
      case 'settings':
        return html`<admin-settings data-page .project=${project}></admin-settings>`;
      case 'import':
        return html`<admin-import
          data-page
          .project=${project}
          .client=${this.client}
        ></admin-import>`;
      case 'history':
        return html`<admin-history
          data-page
          .project=${project}
          .read=${(before: number | undefined) => this.client.audit(before)}
        ></admin-history>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-project': AdminProject;
  }
}
