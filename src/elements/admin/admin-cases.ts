import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Case } from '../../case/case.ts';
import type { CaseStep, PropertyStep } from '../../case/case-history.ts';
import { displayName } from '../../project/project-person.ts';
import { adminAddress } from '../shared/admin-place.ts';
import { message } from '../shared/message.ts';
import type { AdminClient } from './admin-client.ts';
import { choiceField, readFields, textField } from './admin-fields.ts';
import './admin-impact.ts';
import type { AdminImpact } from './admin-impact.ts';
import { AdminPage } from './admin-page.ts';
import { caseTable } from './case-table.ts';
import type {
  CaseDetails,
  CaseFormMention,
  CaseListRow,
  CasePage,
  CaseQuery,
} from './case-records.ts';

const ANY: CaseQuery = { text: '', type: '', status: '', owner: '' };

/**
 * @summary The cases of a project: finding them, giving them to somebody else, and the past of each.
 * @csspart base - The page.
 */
@customElement('admin-cases')
export class AdminCases extends AdminPage {
  @query('admin-impact') private impact!: AdminImpact;

  @state() private search = ANY;
  @state() private found: CasePage | undefined;
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private details: CaseDetails | undefined;
  @state() private problem = '';
  @state() private done = '';

  /** The project's server. */
  @property({ attribute: false }) client!: AdminClient;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !changed.has('item')) return;
    this.details = undefined;
    this.done = '';
    if (this.item !== undefined) void this.readDetails(this.item);
    else if (this.found === undefined) void this.find(ANY);
  }

  private readDetails(caseId: string): Promise<void> {
    return this.attempt(async () => {
      const details = await this.client.caseDetails(caseId);
      if (caseId === this.item) this.details = details;
    });
  }

  private find(search: CaseQuery): Promise<void> {
    this.search = search;
    this.selected = new Set();
    return this.attempt(async () => {
      const found = await this.client.cases(search, 0);
      if (search === this.search) this.found = found;
    });
  }

  private findMore(before: CasePage): Promise<void> {
    return this.attempt(async () => {
      const more = await this.client.cases(this.search, before.cases.length);
      if (before === this.found) this.found = { ...more, cases: [...before.cases, ...more.cases] };
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem = '';
    try {
      await work();
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  private handleSearch(event: SubmitEvent): void {
    const { text } = readFields(event);
    this.done = '';
    void this.find({
      text: text('text'),
      type: text('type'),
      status: text('status'),
      owner: text('owner'),
    });
  }

  private handleSelect(ids: readonly string[], isOn: boolean): void {
    const selected = new Set(this.selected);
    for (const id of ids) {
      if (isOn) selected.add(id);
      else selected.delete(id);
    }
    this.selected = selected;
  }

  private handleGive(event: SubmitEvent): void {
    const ownerId = readFields(event).text('newOwner');
    void this.attempt(() => this.give([...this.selected], ownerId));
  }

  private async give(caseIds: readonly string[], ownerId: string): Promise<void> {
    const people = await this.client.ownerImpact(caseIds, ownerId);
    if (people.length > 0 && !(await this.impact.ask(people))) return;
    const count = await this.client.giveCases(caseIds, ownerId);
    await this.find(this.search);
    this.done = this.text.cases.given(count, this.project.nameOf(ownerId));
  }

  override render(): TemplateResult {
    return html`<div part="base" class="page">
      ${this.item === undefined ? this.renderList() : this.renderDetails()}
      <div role="alert">
        ${this.problem === '' ? nothing : message('danger', html`<p>${this.problem}</p>`)}
      </div>
      <admin-impact></admin-impact>
    </div>`;
  }

  private renderList(): TemplateResult {
    const { sections, cases } = this.text;
    return html`<h1 tabindex="-1">${sections.cases}</h1>
      <p>${cases.hint}</p>
      ${this.renderSearch()}
      <div role="status">
        ${this.done === '' ? nothing : message('sent', html`<p>${this.done}</p>`)}
      </div>
      ${this.found === undefined ? nothing : this.renderFound(this.found)}`;
  }

  private renderSearch(): TemplateResult {
    const { cases: text, search } = this.text;
    const types = this.found?.types ?? [];
    return html`<form role="search" class="wide filter" @submit=${this.handleSearch}>
      ${textField({ name: 'text', label: text.text, value: this.search.text })}
      ${choiceField('type', text.type, this.search.type, [
        ['', text.anyType],
        ...types.map(({ caseType, count }) => [caseType, `${caseType} (${count})`] as const),
      ])}
      ${choiceField('status', text.status, this.search.status, [
        ['', text.any],
        ['open', text.open],
        ['closed', text.closed],
      ])}
      ${this.renderOwners('owner', text.owner, [
        ['', text.anyOwner],
        ['nobody', text.nobody],
      ])}
      <div class="actions"><button class="button" type="submit">${search}</button></div>
    </form>`;
  }

  /** Everybody and everything that can own cases. */
  private renderOwners(
    name: string,
    label: string,
    first: readonly (readonly [string, string])[],
  ): TemplateResult {
    const { text, project } = this;
    const { users, directory } = project.state;
    const owning = new Set(
      directory.locationTypes.filter(({ ownsCases }) => ownsCases).map(({ code }) => code),
    );
    const locations = project.locations.filter(
      ({ location }) => owning.has(location.typeCode) && !location.archived,
    );
    const groups = directory.groups.filter(({ caseSharing }) => caseSharing);
    const options = (label: string, all: readonly (readonly [string, string])[]) =>
      all.length === 0
        ? nothing
        : html`<optgroup label=${label}>
            ${all.map(([id, text]) => html`<option value=${id}>${text}</option>`)}
          </optgroup>`;
    return html`<div class="field">
      <label class="label" for=${name}>${label}</label>
      <select id=${name} name=${name} class="control" ?required=${first.length === 0}>
        ${first.map(([value, shown]) => html`<option value=${value}>${shown}</option>`)}
        ${options(
          text.cases.groups,
          groups.map((each) => [each.groupId, each.name]),
        )}
        ${options(
          text.cases.locations,
          locations.map(({ location }) => [location.locationId, project.tree.path(location)]),
        )}
        ${options(
          text.cases.people,
          users.filter(({ active }) => active).map((each) => [each.userId, displayName(each)]),
        )}
      </select>
    </div>`;
  }

  private renderFound(found: CasePage): TemplateResult {
    const text = this.text.cases;
    if (found.cases.length === 0) return html`<p class="empty">${text.none}</p>`;
    return html`${this.renderAll(found.cases)}
    ${caseTable(this.text, this.localize.lang, found.cases, {
      ownerName: (id) => this.ownerName(id),
      select: (row) => this.renderSelect(row),
    })}
    ${
      found.hasMore
        ? html`<button class="button" type="button" @click=${() => void this.findMore(found)}>
            ${text.more}
          </button>`
        : nothing
    }
    ${this.selected.size === 0 ? nothing : this.renderGive()}`;
  }

  private ownerName(id: string): string {
    return id === '-' ? '–' : this.project.nameOf(id);
  }

  private renderAll(rows: readonly CaseListRow[]): TemplateResult {
    const isAll = rows.every(({ caseId }) => this.selected.has(caseId));
    return html`<div class="check">
      <input
        type="checkbox"
        id="all"
        .checked=${isAll}
        @change=${() =>
          this.handleSelect(
            rows.map(({ caseId }) => caseId),
            !isAll,
          )}
      />
      <label for="all">${this.text.cases.selectAll}</label>
    </div>`;
  }

  private renderSelect({ caseId, caseName }: CaseListRow): TemplateResult {
    const text = this.text.cases;
    return html`<input
      type="checkbox"
      aria-label=${text.select(caseName || text.unnamed)}
      .checked=${this.selected.has(caseId)}
      @change=${(event: Event) =>
        this.handleSelect([caseId], (event.target as HTMLInputElement).checked)}
    />`;
  }

  private renderGive(): TemplateResult {
    const text = this.text.cases;
    return html`<form class="item" @submit=${this.handleGive}>
      ${this.renderOwners('newOwner', text.giveTo, [])}
      <div class="actions">
        <button class="button primary" type="submit">${text.give(this.selected.size)}</button>
      </div>
    </form>`;
  }

  private renderDetails(): TemplateResult {
    const { text, details } = this;
    const back = html`<p>
      <a href=${adminAddress({ section: 'cases', id: undefined })}>${text.sections.cases}</a>
    </p>`;
    if (details === undefined)
      return html`${back}
        <h1 tabindex="-1">${this.item}</h1>`;
    const { case: of, history } = details;
    return html`${back}
      <h1 tabindex="-1" dir="auto">${of.caseName || text.cases.unnamed}</h1>
      <p>
        ${of.caseType} · ${of.status === 'open' ? text.cases.open : text.cases.closed} ·
        <span dir="auto">${text.cases.owner}: ${this.ownerName(of.ownerId)}</span>
      </p>
      ${this.renderProperties(of)}
      <div class="section wide">
        <h2>${text.cases.history}</h2>
        <ol class="plain steps">
          ${history.toReversed().map((step) => this.renderStep(step))}
        </ol>
      </div>`;
  }

  private renderProperties({ properties, caseId }: Case): TemplateResult {
    const text = this.text.cases;
    const rows = [['case_id', caseId], ...Object.entries(properties)] as const;
    return html`<div class="section wide">
      <h2>${text.properties}</h2>
      ${this.renderTable(
        [text.property, text.value],
        rows.map(
          ([name, value]) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" dir="ltr">${name}</th>
              <td role="cell" data-label=${text.value} dir="auto">${value}</td>
            </tr>`,
        ),
      )}
    </div>`;
  }

  private renderStep(step: CaseStep<CaseFormMention>): TemplateResult {
    const text = this.text.cases;
    const { form, changes, isCreation, isClosing, isAfterClosing } = step;
    return html`<li class="item">
      <p>
        <strong dir="auto">${text.form(form.formName, form.username || text.project)}</strong>
        <span class="muted small">${this.renderTimes(form)}</span>
      </p>
      ${isCreation ? html`<p>${text.created}</p>` : nothing}
      ${isClosing ? html`<p>${text.closing}</p>` : nothing}
      ${isAfterClosing ? html`<p class="trouble">${text.afterClosing}</p>` : nothing}
      ${
        changes.length === 0
          ? nothing
          : html`<ul class="plain">
              ${changes.map((change) => this.renderChange(change))}
            </ul>`
      }
    </li>`;
  }

  private renderTimes({ receivedAt, changedAt }: CaseFormMention): unknown {
    const format = new Intl.DateTimeFormat(this.localize.lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const time = (at: string) => html`<time datetime=${at}>${format.format(new Date(at))}</time>`;
    const filledIn = changedAt && this.text.cases.filledIn(format.format(new Date(changedAt)));
    return html`${time(receivedAt)}${filledIn === undefined ? nothing : html` · ${filledIn}`}`;
  }

  private renderChange({ property: name, before, after, unseen }: PropertyStep<CaseFormMention>) {
    const text = this.text.cases;
    const shown = (value: string) => (name === 'owner_id' ? this.ownerName(value) : value);
    return html`<li>
      <span class="muted" dir="ltr">${name}</span>
      ${before === '' ? nothing : html`<del dir="auto">${shown(before)}</del>`}
      <ins dir="auto">${shown(after)}</ins>
      ${
        unseen === undefined
          ? nothing
          : html`<p class="trouble small">
              ${text.unseen(unseen.username || text.project, unseen.formName)}
            </p>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-cases': AdminCases;
  }
}
