import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { LookupColumn, LookupRow, LookupTable } from '../../project/lookup-table.ts';
import { adminAddress, NEW } from '../shared/admin-place.ts';
import type { AdminClient } from './admin-client.ts';
import { checkField, readFields, textField, XML_NAME } from './admin-fields.ts';
import { AdminPage } from './admin-page.ts';

/** So many rows are shown; all of them are in the export. */
const MOST_ROWS = 100;

const NO_COLUMN: LookupColumn = { name: '', isAttribute: false, isIndexed: false };
const NO_TABLE_YET: LookupTable = { code: '', forEverybody: true, columns: [NO_COLUMN] };

/**
 * @summary The lookup tables of a project: who receives them, their columns, and the rows that they hold.
 * @event {AdminChangeEvent} admin-change - The administrator saves or deletes a table.
 * @csspart base - The page.
 */
@customElement('admin-tables')
export class AdminTables extends AdminPage {
  @state() private rows: readonly LookupRow[] = [];
  @state() private problem = '';
  /** The columns while they are edited; `undefined` while they are as they were. */
  @state() private columns: readonly LookupColumn[] | undefined;

  /** The project's server, which has the rows. */
  @property({ attribute: false }) client!: AdminClient;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('item') && !changed.has('project')) return;
    this.columns = undefined;
    void this.readRows(this.item);
  }

  private async readRows(code: string | undefined): Promise<void> {
    this.rows = [];
    this.problem = '';
    if (!this.project.state.tables.some((table) => table.code === code)) return;
    try {
      const rows = await this.client.rows(code as string);
      if (code === this.item) this.rows = rows;
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  private handleSave(before: LookupTable, event: SubmitEvent): void {
    const fields = readFields(event);
    const table: LookupTable = {
      code: before.code || fields.text('code'),
      forEverybody: fields.isOn('forEverybody'),
      columns: this.columnsIn(before),
    };
    this.save([{ kind: 'table.save', table }], this.text.saved(table.code));
  }

  /** The columns as they are typed now. */
  private columnsIn(before: LookupTable): LookupColumn[] {
    const data = new FormData(this.renderRoot.querySelector('form') as HTMLFormElement);
    return (this.columns ?? before.columns).map((_, at) => ({
      name: String(data.get(`column-${at}`) ?? '').trim(),
      isAttribute: data.has(`attribute-${at}`),
      isIndexed: data.has(`index-${at}`),
    }));
  }

  private handleDelete({ code }: LookupTable): void {
    this.save([{ kind: 'table.delete', code }], this.text.deleted(code));
  }

  override render(): TemplateResult {
    if (this.item === undefined) return this.renderList();
    const { tables } = this.project.state;
    const table = this.item === NEW ? NO_TABLE_YET : tables.find(({ code }) => code === this.item);
    return table === undefined ? this.renderNotThere() : this.renderTableOf(table);
  }

  private renderList(): TemplateResult {
    const { text, project } = this;
    return html`<div part="base" class="page">
      ${this.renderHead('tables', text.tables.add)}
      <p>${text.tables.hint}</p>
      ${this.renderTable(
        [text.name, text.tables.receivers, text.tables.columns],
        project.state.tables.map((table) => this.renderRow(table)),
      )}
    </div>`;
  }

  private renderRow({ code, forEverybody, columns }: LookupTable): TemplateResult {
    const { tables } = this.text;
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <a href=${adminAddress({ section: 'tables', id: code })}>${code}</a>
      </th>
      <td role="cell" data-label=${tables.receivers}>
        ${forEverybody ? tables.everybody : tables.owners}
      </td>
      <td role="cell" data-label=${tables.columns}>
        ${columns.map(({ name }) => name).join(', ')}
      </td>
    </tr>`;
  }

  private renderTableOf(table: LookupTable): TemplateResult {
    const { text } = this;
    const isNew = table === NO_TABLE_YET;
    return html`<div part="base" class="page">
      <h1 tabindex="-1" dir="auto">${isNew ? text.tables.add : table.code}</h1>
      ${keyed(table.code, this.renderForm(table, isNew))}
      ${isNew ? nothing : this.renderRows(table)} ${isNew ? nothing : this.renderDelete(table)}
    </div>`;
  }

  private renderForm(table: LookupTable, isNew: boolean): TemplateResult {
    const { text } = this;
    const columns = this.columns ?? table.columns;
    return html`<form @submit=${(event: SubmitEvent) => this.handleSave(table, event)}>
      ${
        isNew
          ? textField({
              name: 'code',
              label: text.name,
              hint: text.tables.codeHint,
              value: '',
              required: true,
              pattern: XML_NAME,
            })
          : html`<p class="hint">${text.tables.use(table.code)}</p>`
      }
      ${checkField('forEverybody', text.tables.forEverybody, table.forEverybody, {
        hint: text.tables.forEverybodyHint,
      })}
      <fieldset>
        <legend>${text.tables.columns}</legend>
        <p class="hint">${text.tables.columnsHint}</p>
        ${columns.map((column, at) => this.renderColumn(table, column, at, columns.length))}
        <div class="actions">
          <button
            class="button"
            type="button"
            @click=${() => (this.columns = [...this.columnsIn(table), NO_COLUMN])}
          >
            ${text.tables.addColumn}
          </button>
        </div>
      </fieldset>
      ${this.renderFormActions('tables')}
    </form>`;
  }

  private renderColumn(table: LookupTable, column: LookupColumn, at: number, count: number) {
    const { text } = this;
    return html`<div class="item" role="group" aria-label=${text.tables.column(at + 1)}>
      ${textField({
        name: `column-${at}`,
        label: text.tables.column(at + 1),
        value: column.name,
        required: true,
        pattern: XML_NAME,
      })}
      ${checkField(`index-${at}`, text.tables.indexed, column.isIndexed)}
      ${checkField(`attribute-${at}`, text.tables.attribute, column.isAttribute)}
      ${
        count === 1
          ? nothing
          : html`<button
              class="button quiet compact"
              type="button"
              aria-label=${text.removeOf(column.name || text.tables.column(at + 1))}
              @click=${() => (this.columns = this.columnsIn(table).toSpliced(at, 1))}
            >
              ${text.remove}
            </button>`
      }
    </div>`;
  }

  private renderRows({ columns, forEverybody }: LookupTable): TemplateResult {
    const { text, rows } = this;
    const headings = columns.map(({ name }) => name);
    return html`<div class="section wide">
      <h2>${text.tables.rows(rows.length)}</h2>
      <p class="hint">
        ${text.tables.rowsHint}
        <a href=${adminAddress({ section: 'import', id: undefined })}>${text.sections.import}</a>
      </p>
      ${this.problem === '' ? nothing : html`<p role="alert">${this.problem}</p>`}
      ${this.renderTable(
        forEverybody ? headings : [...headings, text.tables.receivers],
        rows.slice(0, MOST_ROWS).map(
          ({ values, owners }) =>
            html`<tr role="row">
              ${headings.map((name) => html`<td role="cell" data-label=${name} dir="auto">${values[name]}</td>`)}
              ${
                forEverybody
                  ? nothing
                  : html`<td role="cell" data-label=${text.tables.receivers} dir="auto">
                      ${owners.map((id) => this.project.nameOf(id)).join(', ')}
                    </td>`
              }
            </tr>`,
        ),
      )}
      ${rows.length > MOST_ROWS ? html`<p class="muted">${text.tables.shown(MOST_ROWS)}</p>` : nothing}
    </div>`;
  }

  private renderDelete(table: LookupTable): TemplateResult {
    const { tables } = this.text;
    return html`<div class="section">
      <p class="hint">${tables.deleteHint}</p>
      <div class="actions">
        <button class="button danger" type="button" @click=${() => this.handleDelete(table)}>
          ${tables.delete}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-tables': AdminTables;
  }
}
