import { html, nothing, type CSSResultGroup } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../../xforms/choice.ts';
import { plainChoice } from '../../xforms/choice.ts';
import { plainText } from '../../xforms/form-text.ts';
import { choicesStyles } from './xf-choices.styles.ts';
import { renderMedia, renderWords } from './form-text.ts';
import { XfControl } from './xf-control.ts';

/** How the choices lie: one below the other, in columns, as a row of a table, or as the head of such a table. */
type Layout = 'list' | 'grid' | 'columns' | 'row' | 'head';

/**
 * What questions with choices have in common.
 *
 * @csspart option - One choice with its whole line.
 * @csspart option-label - Its label.
 */
export abstract class XfChoices extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, choicesStyles];

  protected override get grouped(): boolean {
    return true;
  }

  protected override updated(): void {
    super.updated();
    this.style.setProperty('--choice-columns', String(this.columns));
  }

  protected override get focusTarget(): HTMLElement | null {
    const inputs = this.renderRoot.querySelectorAll<HTMLInputElement>('.choice input');
    const chosen = [...inputs].find((input) => input.checked);
    return chosen ?? inputs[0] ?? super.focusTarget;
  }

  protected abstract readonly inputType: 'radio' | 'checkbox';

  protected abstract isChosen(value: string): boolean;

  protected abstract handleChoose(value: string, chosen: boolean): void;

  protected get appearance(): readonly string[] {
    return this.node.definition.appearance;
  }

  /** What is offered, and behind it every value that is chosen without being offered, so that nothing is hidden. */
  protected offered(values: readonly string[]): readonly Choice[] {
    const { choices } = this.node;
    const known = new Set(choices.map(({ value }) => value));
    const strange = values.filter((value) => value !== '' && !known.has(value));
    return strange.length === 0 ? choices : [...choices, ...strange.map(choiceWithoutLabel)];
  }

  /** Several values with one more or less, as they are stored: in the order in which they are offered. */
  protected withChoice(chosen: readonly string[], value: string, isChosen: boolean): string {
    const values = new Set(chosen);
    if (isChosen) values.add(value);
    else values.delete(value);
    const ordered = this.offered(chosen).filter((choice) => values.has(choice.value));
    return ordered.map((choice) => choice.value).join(' ');
  }

  protected get layout(): Layout {
    const { appearance } = this;
    if (appearance.includes('label')) return 'head';
    if (appearance.includes('list-nolabel')) return 'row';
    if (appearance.some((word) => /^(columns|likert|horizontal)/.test(word))) return 'columns';
    return this.node.choices.some(({ label }) => label.image !== undefined) ? 'grid' : 'list';
  }

  private get columns(): number {
    const named = this.appearance
      .map((word) => /^columns-(\d+)$/.exec(word)?.[1])
      .find((count) => count !== undefined);
    return Number(named ?? Math.max(1, this.node.choices.length));
  }

  protected override renderQuestion() {
    const { layout } = this;
    if (layout === 'head') return this.renderHead();
    return html`<div class="question ${layout}">${super.renderQuestion()}</div>`;
  }

  /** The keys 1 to 9 choose, as a click does. By the key and not by what it writes: keyboards differ. */
  private readonly handleNumber = (event: KeyboardEvent): void => {
    const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(event.code) ?? [];
    if (digit === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
      return;
    const inside = event.currentTarget as HTMLElement;
    const choice = inside.querySelectorAll<HTMLInputElement>('.choice input')[Number(digit) - 1];
    if (choice === undefined) return;
    event.preventDefault();
    choice.focus();
    choice.click();
  };

  protected renderChoices(choices: readonly Choice[]): unknown {
    if (choices.length === 0) {
      return html`<div class="small muted">${this.strings.nothingToChoose}</div>`;
    }
    return html`<div class="choices ${this.layout}" @keydown=${this.handleNumber}>
      ${choices.map((choice) => this.renderChoice(choice))}
    </div>`;
  }

  private renderChoice({ value, label }: Choice): unknown {
    const choose = (event: Event) =>
      this.handleChoose(value, (event.currentTarget as HTMLInputElement).checked);
    return html`<label part="option" class="choice">
      <input
        type=${this.inputType}
        name="choice"
        value=${value}
        .checked=${live(this.isChosen(value))}
        @change=${choose}
      />
      <span part="option-label" class="choice-label rich-text">
        ${renderMedia(label, this.context, this.strings.mediaMissing)}
        <span class="choice-words">${renderWords(label)}</span>
      </span>
    </label>`;
  }

  /** The first row of a table of questions: the labels of the choices over their columns. It asks nothing. */
  private renderHead() {
    const labels = this.node.choices.map(
      ({ label }) => html`<span class="choice-words rich-text">${renderWords(label)}</span>`,
    );
    return html`<div part="base" class="question head" id="text" tabindex="-1">
      <div part="label" class="label rich-text">${renderWords(this.node.label)}</div>
      <div class="choices head" aria-hidden="true">${labels}</div>
      ${this.node.hint === undefined ? nothing : this.renderHint()}
    </div>`;
  }
}

function choiceWithoutLabel(value: string): Choice {
  return plainChoice(value, plainText(value));
}
