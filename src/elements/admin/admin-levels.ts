import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { LocationType } from '../../case/ownership/directory.ts';
import { checkField, readFields, textField, WORD } from './admin-fields.ts';
import { AdminPage } from './admin-page.ts';
import { adminAddress, NEW } from '../shared/admin-place.ts';

const NO_LEVEL_YET: LocationType = { code: '', name: '', ownsCases: true, viewDescendants: false };

/**
 * @summary The organization levels of a project: which of them own cases, and which view those below.
 * @event {AdminChangeEvent} admin-change - The administrator saves or deletes a level.
 * @csspart base - The page.
 */
@customElement('admin-levels')
export class AdminLevels extends AdminPage {
  private handleSave(event: SubmitEvent): void {
    const fields = readFields(event);
    const level: LocationType = {
      code: fields.text('code'),
      name: fields.text('name'),
      ownsCases: fields.isOn('ownsCases'),
      viewDescendants: fields.isOn('viewDescendants'),
    };
    this.save([{ kind: 'level.save', level }], this.text.saved(level.name));
  }

  private handleDelete({ code, name }: LocationType): void {
    this.save([{ kind: 'level.delete', code }], this.text.deleted(name));
  }

  override render(): TemplateResult {
    if (this.item === undefined) return this.renderList();
    const { locationTypes } = this.project.directory;
    const level =
      this.item === NEW ? NO_LEVEL_YET : locationTypes.find(({ code }) => code === this.item);
    return level === undefined ? this.renderNotThere() : this.renderLevel(level);
  }

  private renderList(): TemplateResult {
    const { text, project } = this;
    const { locationTypes } = project.directory;
    return html`<div part="base" class="page">
      ${this.renderHead('levels', text.levels.add)}
      <p>${text.levels.hint}</p>
      ${this.renderTable(
        [text.name, text.levels.ownsCases, text.levels.viewDescendants, text.sections.locations],
        locationTypes.map((level) => this.renderRow(level)),
      )}
    </div>`;
  }

  private renderRow({ code, name, ownsCases, viewDescendants }: LocationType): TemplateResult {
    const { levels, sections } = this.text;
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <a href=${adminAddress({ section: 'levels', id: code })} dir="auto">${name}</a>
      </th>
      <td role="cell" data-label=${levels.ownsCases}>${ownsCases ? levels.yes : levels.no}</td>
      <td role="cell" data-label=${levels.viewDescendants}>
        ${viewDescendants ? levels.yes : levels.no}
      </td>
      <td role="cell" data-label=${sections.locations}>
        ${levels.locationCount(this.locationsAt(code))}
      </td>
    </tr>`;
  }

  private locationsAt(code: string): number {
    return this.project.directory.locations.filter(({ typeCode }) => typeCode === code).length;
  }

  private renderLevel(level: LocationType): TemplateResult {
    const { text } = this;
    const isNew = level === NO_LEVEL_YET;
    return html`<div part="base" class="page">
      <h1 tabindex="-1" dir="auto">${isNew ? text.levels.add : level.name}</h1>
      ${keyed(
        level.code,
        html`<form @submit=${(event: SubmitEvent) => this.handleSave(event)}>
          ${textField({ name: 'name', label: text.name, value: level.name, required: true })}
          ${textField({
            name: 'code',
            label: text.levels.code,
            hint: text.levels.codeHint,
            value: level.code,
            required: true,
            readonly: !isNew,
            pattern: WORD,
          })}
          ${checkField('ownsCases', text.levels.ownsCases, level.ownsCases, {
            hint: text.levels.ownsCasesHint,
          })}
          ${checkField('viewDescendants', text.levels.viewDescendants, level.viewDescendants, {
            hint: text.levels.viewDescendantsHint,
          })}
          ${this.renderFormActions('levels')}
        </form>`,
      )}
      ${
        isNew || this.locationsAt(level.code) > 0
          ? nothing
          : html`<button
              class="button danger"
              type="button"
              @click=${() => this.handleDelete(level)}
            >
              ${text.levels.delete}
            </button>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-levels': AdminLevels;
  }
}
