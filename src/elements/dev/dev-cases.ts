import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Case } from '../../case/case.ts';
import { UNOWNED } from '../../case/case.ts';
import { ChangedCases } from '../../case/changed-cases.ts';
import { holdingOwners } from '../../case/holding-owners.ts';
import type { Workspace } from '../../machines/workspace.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { DevPart } from './dev-part.ts';
import { devStyles } from './dev.styles.ts';
import { renderRow } from './render-row.ts';

/** Cases that are listed. */
const LISTED = 100;

/** @summary The cases on this computer: by type, searched, and one of them with all that is in it and who holds it. */
@customElement('dev-cases')
export class DevCases extends DevPart {
  static override styles = [baseStyles, fieldStyles, devStyles];

  @state() private type = '';
  @state() private search = '';
  @state() private chosen = '';

  private handleType(event: Event): void {
    this.type = (event.target as HTMLSelectElement).value;
  }

  private handleSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value.trim().toLowerCase();
  }

  override render(): unknown {
    const { workspace, text } = this;
    if (workspace === undefined) return nothing;
    return html`<div class="columns">
      <section class="stack" aria-label=${text.tabs.cases}>${this.renderList(workspace)}</section>
      <section class="stack" aria-label=${text.cases.properties}>
        ${this.renderChosen(workspace, workspace.sandbox.database.get(this.chosen))}
      </section>
    </div>`;
  }

  private renderList({ sandbox }: Workspace): TemplateResult {
    const { text } = this;
    const all = [...sandbox.database.cases()];
    const types = [...new Set(all.map(({ caseType }) => caseType))].toSorted();
    const found = all.filter((each) => this.fits(each));
    return html`<div class="line">
        <div class="field">
          <label class="label" for="type">${text.cases.type}</label>
          <select id="type" class="control" @change=${this.handleType}>
            <option value="">${text.cases.allTypes}</option>
            ${types.map((type) => html`<option value=${type} ?selected=${type === this.type}>${type}</option>`)}
          </select>
        </div>
        <div class="field">
          <label class="label" for="search">${text.search}</label>
          <input id="search" class="control" type="search" dir="auto" @input=${this.handleSearch} />
        </div>
      </div>
      <p class="muted" role="status">
        ${found.length === 0 ? text.cases.none : text.cases.found(found.length)}
      </p>
      <ul class="plain">
        ${found.slice(0, LISTED).map((each) => this.renderLine(each))}
      </ul>
      ${found.length > LISTED ? html`<p class="muted">${text.more(found.length - LISTED)}</p>` : nothing}`;
  }

  /** By name, id, owner or the value of any property. */
  private fits({ caseType, caseName, caseId, ownerId, properties }: Case): boolean {
    if (this.type !== '' && caseType !== this.type) return false;
    const texts = [caseName, caseId, ownerId, ...Object.values(properties)];
    return this.search === '' || texts.some((each) => each.toLowerCase().includes(this.search));
  }

  private renderLine({ caseId, caseName, caseType, status }: Case): TemplateResult {
    return html`<li class="node">
      <button
        class="choose"
        type="button"
        aria-pressed=${String(caseId === this.chosen)}
        @click=${() => (this.chosen = caseId)}
      >
        <strong dir="auto">${caseName || caseId}</strong> <span class="muted">${caseType}</span>
        ${status === 'closed' ? html`<span class="tag">${this.text.cases.closed}</span>` : nothing}
      </button>
    </li>`;
  }

  private renderChosen(workspace: Workspace, chosen: Case | undefined): unknown {
    const { text } = this;
    if (chosen === undefined) return html`<p class="muted">${text.cases.chooseOne}</p>`;
    const { caseName, caseId, ownerId, status, caseType, lastModified, indices } = chosen;
    return html`<h3 dir="auto">${caseName}</h3>
      <dl>
        ${renderRow('case_id', caseId)} ${renderRow('case_type', caseType)}
        ${renderRow('status', status === 'open' ? text.cases.open : text.cases.closed)}
        ${renderRow(text.cases.owner, this.ownerText(workspace, ownerId))}
        ${renderRow(text.cases.heldBy, this.holders(workspace, caseId))}
        ${renderRow('last_modified', lastModified)}
      </dl>
      <h3>${text.cases.properties}</h3>
      <dl>${Object.entries(chosen.properties).map(([name, value]) => renderRow(name, value))}</dl>
      <h3>${text.cases.indices}</h3>
      ${indices.length === 0 ? html`<p class="muted">${text.cases.noIndices}</p>` : nothing}
      <ul class="plain">
        ${indices.map((index) => this.renderIndex(workspace, index))}
      </ul>`;
  }

  private renderIndex({ sandbox }: Workspace, index: Case['indices'][number]): TemplateResult {
    const { name, caseType, target, relationship } = index;
    return html`<li class="node">
      <button class="choose" type="button" @click=${() => (this.chosen = target)}>
        <code>${name}</code>
        <strong dir="auto">${sandbox.database.get(target)?.caseName ?? target}</strong>
        <span class="muted">${caseType}, ${relationship}</span>
      </button>
    </li>`;
  }

  /** A case may come along with another one, whose owner then holds both. */
  private holders(workspace: Workspace, caseId: string): string {
    const { database } = workspace.sandbox;
    const holders = [...holdingOwners(caseId, new ChangedCases(database))]
      .filter(([owner]) => owner !== UNOWNED)
      .map(([owner, through]) => {
        const name = this.ownerText(workspace, owner);
        if (through === caseId) return name;
        return this.text.cases.through(name, database.get(through)?.caseName ?? through);
      });
    return holders.length === 0 ? this.text.cases.heldByNobody : holders.join(', ');
  }

  private ownerText(workspace: Workspace, ownerId: string): string {
    const name = workspace.ownerName(ownerId);
    return name === undefined ? ownerId : `${name} (${ownerId})`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dev-cases': DevCases;
  }
}
