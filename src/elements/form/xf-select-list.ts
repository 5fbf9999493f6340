import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../../xforms/choice.ts';
import { icon } from '../shared/icon.ts';
import { list } from '../strings/words.ts';
import { filterChoices, filterModeOf } from './choice-filter.ts';
import { plainWords } from './form-text.ts';
import { XfSelect } from './xf-select.ts';
import { selectListStyles } from './xf-select-list.styles.ts';

/** From so many choices on they are found by typing as well. */
const MANY = 8;

/**
 * @summary Any number of choices out of many: folded behind what is chosen (appearance `minimal`), and found by typing
 * (`autocomplete`, `search`, `combobox`, or where there are many).
 *
 * @csspart summary - What is chosen; opens the list.
 * @csspart filter - The box in which one types to find.
 */
@customElement('xf-select-list')
export class XfSelectList extends XfSelect {
  static override styles: CSSResultGroup = [XfSelect.styles, selectListStyles];

  @state() private typed = '';

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('summary, #filter') ?? super.focusTarget;
  }

  private readonly handleFilter = (event: Event): void => {
    this.typed = (event.currentTarget as HTMLInputElement).value;
  };

  private readonly handleFilterKey = (event: KeyboardEvent): void => {
    // Enter in this box is no wish to go on.
    if (event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape' || this.typed === '') return;
    event.preventDefault();
    this.typed = '';
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const folded = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || event.defaultPrevented || !folded.open) return;
    event.preventDefault();
    folded.open = false;
    this.focus();
  };

  protected override renderControl(): unknown {
    if (!this.appearance.includes('minimal')) return this.renderList();
    return html`<details class="folded" @keydown=${this.handleKeydown}>
      <summary
        part="summary"
        class="control"
        aria-describedby=${this.describedBy}
        aria-disabled=${this.disabled ? 'true' : nothing}
      >
        <span class=${this.chosen.length === 0 ? 'muted' : nothing}>${this.summary}</span>
        ${icon('down')}
      </summary>
      ${this.renderList()}
    </details>`;
  }

  private get summary(): string {
    const labels = this.all
      .filter(({ value }) => this.chosen.includes(value))
      .map(({ label }) => plainWords(label));
    return labels.length === 0 ? this.strings.choose : list(this.words.lang, labels);
  }

  private get all(): readonly Choice[] {
    return this.offered(this.chosen);
  }

  private renderList(): unknown {
    const found = filterChoices(this.all, this.typed, filterModeOf(this.appearance));
    return [
      this.isSearched ? this.renderFilter() : nothing,
      found.length === 0 && this.typed !== ''
        ? html`<div class="small muted">${this.strings.noChoices}</div>`
        : html`<div class="list">${this.renderChoices(found)}</div>`,
      html`<div class="visually-hidden" role="status">
        ${this.typed === '' ? nothing : this.strings.choicesFound(found.length)}
      </div>`,
    ];
  }

  private get isSearched(): boolean {
    const words = ['autocomplete', 'search', 'combobox'];
    return this.all.length >= MANY || words.some((word) => this.appearance.includes(word));
  }

  private renderFilter(): unknown {
    return html`<input
      part="filter"
      id="filter"
      class="control"
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder=${this.strings.filterChoices}
      aria-label=${this.strings.filterChoices}
      ?disabled=${this.disabled}
      .value=${live(this.typed)}
      @input=${this.handleFilter}
      @keydown=${this.handleFilterKey}
    />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-select-list': XfSelectList;
  }
}
