import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ProjectChange } from '../../project/project-change.ts';
import { CasePage } from '../case/case-page.ts';
import { pageStyles } from '../case/page.styles.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { AdminChangeEvent } from './admin-change-event.ts';
import { adminStringsFor } from './admin-language.ts';
import { adminPageStyles } from './admin-page.styles.ts';
import type { AdminSection } from '../shared/admin-place.ts';
import { adminAddress, NEW } from '../shared/admin-place.ts';
import type { AdminProjectState } from './admin-project-state.ts';
import type { AdminStrings } from './admin-strings.ts';

/** A page of the administration: its list, or the one thing that is open. */
export abstract class AdminPage extends CasePage {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    pageStyles,
    adminPageStyles,
  ];

  /** The project as it is. */
  @property({ attribute: false }) project!: AdminProjectState;

  /** The id of what is open; `NEW` for what is being made, `undefined` for the list. */
  @property() item: string | undefined;

  protected get text(): AdminStrings {
    return adminStringsFor(this.localize.lang);
  }

  protected save(changes: readonly ProjectChange[], done: string): void {
    this.dispatchEvent(new AdminChangeEvent(changes, done));
  }

  /** The heading of a list, with the way to add to it where there is one. */
  protected renderHead(section: AdminSection, add: string | undefined): TemplateResult {
    return html`<div class="head wide">
      <h1 tabindex="-1">${this.text.sections[section]}</h1>
      ${
        add === undefined
          ? nothing
          : html`<a class="button primary" href=${adminAddress({ section, id: NEW })}>${add}</a>`
      }
    </div>`;
  }

  /** Rows and cells spell their roles out, here and in the pages: the narrow layout takes the table's own away with its display. */
  protected renderTable(
    columns: readonly string[],
    rows: readonly TemplateResult[],
  ): TemplateResult {
    if (rows.length === 0) return html`<p class="empty">${this.text.none}</p>`;
    return html`<div class="wide scroll">
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows}
        </tbody>
      </table>
    </div>`;
  }

  /** Saving what is open, or going back to its list. */
  protected renderFormActions(section: AdminSection): TemplateResult {
    return html`<div class="actions">
      <button class="button primary" type="submit">${this.text.save}</button>
      <a class="button" href=${adminAddress({ section, id: undefined })}>${this.text.cancel}</a>
    </div>`;
  }

  protected renderNotThere(): TemplateResult {
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${this.text.notThere}</h1>
    </div>`;
  }
}
