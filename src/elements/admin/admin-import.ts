import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FullLookupTable } from '../../project/lookup-table.ts';
import type { ImportPlan, KindOfSheet, PlannedSheet } from '../../sheets/plan-import.ts';
import { headingText, kindOfSheet, planImport, SHEET_READERS } from '../../sheets/plan-import.ts';
import { readSheets } from '../../sheets/read-sheets.ts';
import type { SheetProblem } from '../../sheets/sheet-problem.ts';
import type { Sheet, SheetColumn, SheetKind } from '../../sheets/sheet.ts';
import { writeCsv, writeExcel } from '../../sheets/write-sheets.ts';
import { exportSheets } from '../../sheets/export-sheets.ts';
import { message } from '../shared/message.ts';
import type { AdminClient } from './admin-client.ts';
import { AdminPage } from './admin-page.ts';
import { offerFile } from './offer-file.ts';
import { newId } from './new-id.ts';

/** More would not be read; the file is put right and chosen again. */
const MOST_FAULTS = 100;

const KINDS = ['people', 'groups', 'levels', 'locations', 'table'] as const;
const DIRECTORY_KINDS = ['people', 'groups', 'levels', 'locations'] as const;

/**
 * @summary Takes people, groups, places and lookup tables out as spreadsheets, and in again after showing what would change.
 * @event {AdminChangeEvent} admin-change - The administrator imports what was shown.
 * @csspart base - The page.
 */
@customElement('admin-import')
export class AdminImport extends AdminPage {
  @state() private sheets: readonly KindOfSheet[] = [];
  @state() private plan: ImportPlan | undefined;
  @state() private problem = '';

  /** The project's server: rows of lookup tables are fetched when they are needed. */
  @property({ attribute: false }) client!: AdminClient;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was imported is done; what was shown before speaks of a project that has changed.
    if (changed.get('project') === undefined) return;
    this.sheets = [];
    this.plan = undefined;
  }

  private async handleFiles(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    await this.attempt(async () => {
      const read = files.map(async (file) =>
        readSheets(file.name, new Uint8Array(await file.arrayBuffer())),
      );
      const sheets = (await Promise.all(read)).flat();
      this.sheets = sheets.map((sheet) => ({ sheet, kind: kindOfSheet(sheet) }));
      await this.makePlan();
    });
    // The same file may be chosen again after it was put right.
    input.value = '';
  }

  private async handleKind(of: Sheet, kind: SheetKind): Promise<void> {
    this.sheets = this.sheets.map((each) => (each.sheet === of ? { sheet: of, kind } : each));
    await this.attempt(() => this.makePlan());
  }

  private async makePlan(): Promise<void> {
    const { project } = this;
    const names = new Set(this.sheets.map(({ sheet }) => sheet.name));
    const tables = await this.readTables(({ code }) => names.has(code));
    this.plan = planImport(this.sheets, project.state, tables, newId);
  }

  private readTables(wanted: (table: { readonly code: string }) => boolean) {
    const tables = this.project.state.tables.filter(wanted);
    return Promise.all(
      tables.map(async (table): Promise<FullLookupTable> => ({
        ...table,
        rows: await this.client.rows(table.code),
      })),
    );
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem = '';
    try {
      await work();
    } catch (error) {
      this.plan = undefined;
      this.problem = (error as Error).message;
    }
  }

  private handleImport({ changes }: ImportPlan): void {
    this.save(changes, this.text.sheets.done(changes.length));
  }

  private exportExcel(): Promise<void> {
    return this.attempt(async () => {
      const sheets = exportSheets(this.project.state, await this.readTables(() => true));
      offerFile('project.xlsx', await writeExcel(sheets));
    });
  }

  private exportCsv(name: string): Promise<void> {
    return this.attempt(async () => {
      const tables = await this.readTables(({ code }) => code === name);
      const sheets = exportSheets(this.project.state, tables);
      const sheet = sheets.find((each) => each.name === name) as Sheet;
      offerFile(`${name}.csv`, new Blob([await writeCsv(sheet)], { type: 'text/csv' }));
    });
  }

  private exportTemplate(kind: (typeof DIRECTORY_KINDS)[number]): Promise<void> {
    return this.attempt(async () => {
      const columns = SHEET_READERS[kind].columns.filter(({ repeats }) => repeats !== 'named');
      const sheet = { name: kind, rows: [columns.map(headingText)] };
      offerFile(`${kind}.csv`, new Blob([await writeCsv(sheet)], { type: 'text/csv' }));
    });
  }

  override render(): TemplateResult {
    const { sections, sheets: text } = this.text;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${sections.import}</h1>
      <p>${text.hint}</p>
      ${this.renderImport()} ${this.renderExport()} ${this.renderColumns()}
    </div>`;
  }

  private renderImport(): TemplateResult {
    const text = this.text.sheets;
    return html`<div class="section">
      <h2>${text.import}</h2>
      <div class="field">
        <label class="label" for="files">${text.choose}</label>
        <p class="hint" id="files-hint">${text.chooseHint}</p>
        <input
          id="files"
          class="control"
          type="file"
          multiple
          accept=".csv,.xlsx,text/csv"
          aria-describedby="files-hint"
          @change=${(event: Event) => void this.handleFiles(event)}
        />
      </div>
      <div role="status" class="plan">
        ${this.problem === '' ? nothing : message('danger', html`<p>${this.problem}</p>`)}
        ${this.plan === undefined ? nothing : this.renderPlan(this.plan)}
      </div>
    </div>`;
  }

  private renderPlan(plan: ImportPlan): TemplateResult {
    const text = this.text.sheets;
    const { changes, problems, sheets } = plan;
    return html`${sheets.map((sheet) => this.renderSheet(sheet))}
    ${problems.length > 0 ? this.renderFaults(problems) : nothing}
    ${
      problems.length === 0 && changes.length === 0
        ? message('note', html`<p>${text.nothing}</p>`)
        : nothing
    }
    ${
      problems.length === 0 && changes.length > 0
        ? html`<div class="actions">
            <button class="button primary" type="button" @click=${() => this.handleImport(plan)}>
              ${text.run}
            </button>
          </div>`
        : nothing
    }`;
  }

  private renderSheet({ name, kind, made, changed, left }: PlannedSheet): TemplateResult {
    const text = this.text.sheets;
    const chosen = this.sheets.find(({ sheet }) => sheet.name === name)?.sheet as Sheet;
    const id = `kind-${name}`;
    return html`<div class="field">
      <label class="label" for=${id} dir="auto">${text.kindOf(name)}</label>
      <select
        id=${id}
        class="control"
        @change=${(event: Event) =>
          void this.handleKind(chosen, (event.target as HTMLSelectElement).value as SheetKind)}
      >
        ${KINDS.map(
          (each) =>
            html`<option value=${each} ?selected=${each === kind}>${text.kinds[each]}</option>`,
        )}
      </select>
      ${made.length === 0 ? nothing : html`<p dir="auto">${text.made(made)}</p>`}
      ${changed.length === 0 ? nothing : html`<p dir="auto">${text.changed(changed)}</p>`}
      ${left === 0 ? nothing : html`<p class="muted">${text.left(left)}</p>`}
    </div>`;
  }

  private renderFaults(problems: readonly SheetProblem[]): TemplateResult {
    const text = this.text.sheets;
    const shown = problems.slice(0, MOST_FAULTS);
    return html`<h3>${text.faults(problems.length)}</h3>
      ${this.renderTable(
        [text.sheet, text.row, text.column, text.what],
        shown.map(
          (problem) =>
            html`<tr role="row">
              <td role="cell" data-label=${text.sheet} dir="auto">${problem.sheet}</td>
              <td role="cell" data-label=${text.row}>${problem.row}</td>
              <td role="cell" data-label=${text.column} dir="auto">${problem.column}</td>
              <td role="cell" data-label=${text.what}>${text.fault(problem)}</td>
            </tr>`,
        ),
      )}
      ${
        problems.length > shown.length
          ? html`<p class="muted">${text.more(problems.length - shown.length)}</p>`
          : nothing
      }`;
  }

  private renderExport(): TemplateResult {
    const text = this.text.sheets;
    const tables = this.project.state.tables.map(({ code }) => code);
    return html`<div class="section">
      <h2>${text.export}</h2>
      <p class="hint">${text.exportHint}</p>
      <div class="actions">
        <button class="button" type="button" @click=${() => void this.exportExcel()}>
          ${text.exportAll}
        </button>
      </div>
      <div class="actions">
        ${[...DIRECTORY_KINDS, ...tables].map(
          (name) =>
            html`<button class="button" type="button" @click=${() => void this.exportCsv(name)}>
              ${this.nameOfSheet(name)} (${text.csv})
            </button>`,
        )}
      </div>
    </div>`;
  }

  private nameOfSheet(name: string): string {
    const { kinds } = this.text.sheets;
    const kind = DIRECTORY_KINDS.find((each) => each === name);
    return kind === undefined ? name : kinds[kind];
  }

  private renderColumns(): TemplateResult {
    const text = this.text.sheets;
    return html`<div class="section">
      <h2>${text.columns}</h2>
      ${DIRECTORY_KINDS.map(
        (kind) =>
          html`<details>
            <summary>${text.kinds[kind]}</summary>
            <p>
              <button
                class="button compact"
                type="button"
                @click=${() => void this.exportTemplate(kind)}
              >
                ${text.template} (${text.csv})
              </button>
            </p>
            ${this.renderTable(
              [text.column, text.meaning],
              SHEET_READERS[kind].columns.map((column) => this.renderColumn(kind, column)),
            )}
          </details>`,
      )}
      <details>
        <summary>${text.kinds.table}</summary>
        <p>${text.tableHint}</p>
      </details>
    </div>`;
  }

  private renderColumn(kind: SheetKind, column: SheetColumn): TemplateResult {
    const text = this.text.sheets;
    const { heading } = column;
    return html`<tr role="row">
      <th role="rowheader" scope="row" dir="ltr">${headingText(column)}</th>
      <td role="cell" data-label=${text.meaning}>
        ${text.meanings[`${kind}.${heading}`] ?? text.meanings[heading]}
      </td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-import': AdminImport;
  }
}
