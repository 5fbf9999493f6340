import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { isNodes } from '../../xpath/conversions.ts';
import type { ExpressionTrace } from '../../xpath/trace-expression.ts';
import { traceExpression } from '../../xpath/trace-expression.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import type { Completions } from './complete-expression.ts';
import { completeExpression } from './complete-expression.ts';
import { devExpressionStyles } from './dev-expression.styles.ts';
import { DevPart } from './dev-part.ts';
import { devStyles } from './dev.styles.ts';
import type { ExpressionPlace } from './expression-place.ts';
import { expressionPlace } from './expression-place.ts';
import { renderParts, renderValue } from './render-trace.ts';
import { nodePath, valueKind } from './value-text.ts';

const NO_COMPLETIONS: Completions = { from: 0, options: [] };

/** Nodes of a result that are listed. */
const LISTED = 100;

/**
 * @summary Evaluates any XPath expression where the person is, and shows the values of its parts. It is evaluated anew when
 * something changes.
 */
@customElement('dev-expression')
export class DevExpression extends DevPart {
  static override styles = [baseStyles, fieldStyles, devStyles, devExpressionStyles];

  @query('#expression') private input!: HTMLInputElement;

  @state() private source = '';
  @state() private ref = '';
  @state() private completions: Completions = NO_COMPLETIONS;
  /** The option that Enter takes; -1 for none. */
  @state() private active = -1;

  private get place(): ExpressionPlace | undefined {
    return this.workspace && expressionPlace(this.workspace, this.form, this.ref);
  }

  private handleInput(): void {
    this.source = this.input.value;
    this.suggest();
  }

  private handleRef(event: Event): void {
    this.ref = (event.target as HTMLInputElement).value;
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.completions.options.length > 0) this.hide();
    else if (event.key === 'ArrowDown') this.move(1);
    else if (event.key === 'ArrowUp') this.move(-1);
    else if (event.key === 'Enter' && this.active >= 0) this.take(this.active);
    else return;
    event.preventDefault();
    // The inspector would close at Escape.
    event.stopPropagation();
  }

  private handleBlur(): void {
    this.hide();
  }

  private move(by: number): void {
    if (this.completions.options.length === 0) this.suggest();
    const { length } = this.completions.options;
    if (length > 0)
      this.active = (this.active + by + length + (this.active < 0 && by < 0 ? 1 : 0)) % length;
  }

  private suggest(): void {
    const { place } = this;
    const caret = this.input.selectionStart ?? this.source.length;
    this.completions = place ? completeExpression(this.source, caret, place) : NO_COMPLETIONS;
    this.active = -1;
  }

  private hide(): void {
    this.completions = NO_COMPLETIONS;
    this.active = -1;
  }

  private take(index: number): void {
    const { from, options } = this.completions;
    const option = options[index] ?? '';
    const caret = this.input.selectionStart ?? this.source.length;
    this.source = `${this.source.slice(0, from)}${option}${this.source.slice(caret)}`;
    this.input.value = this.source;
    this.input.setSelectionRange(from + option.length, from + option.length);
    this.hide();
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    return html`<div class="columns">
      <div class="stack">
        ${this.renderInput()} ${this.form === undefined ? nothing : this.renderRef()}
      </div>
      <div class="stack" role="region" aria-label=${this.text.expression.result}>
        ${this.source.trim() === '' ? nothing : this.renderResult()}
      </div>
    </div>`;
  }

  private renderInput(): TemplateResult {
    const text = this.text.expression;
    const { options } = this.completions;
    return html`<div class="field">
      <label class="label" for="expression">${text.label}</label>
      <div class="combobox">
        <input
          id="expression"
          class="control code"
          type="text"
          role="combobox"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${String(options.length > 0)}
          aria-controls="options"
          aria-activedescendant=${this.active < 0 ? nothing : `option-${this.active}`}
          aria-describedby="hint"
          .value=${live(this.source)}
          @input=${this.handleInput}
          @keydown=${this.handleKey}
          @blur=${this.handleBlur}
        />
        <ul
          id="options"
          class="plain options code"
          role="listbox"
          dir="ltr"
          aria-label=${text.label}
          ?hidden=${options.length === 0}
        >
          ${options.map((option, index) => this.renderOption(option, index))}
        </ul>
      </div>
      <span class="hint" id="hint">${text.hint}</span>
      <span class="visually-hidden" role="status">
        ${options.length === 0 ? nothing : text.suggestions(options.length)}
      </span>
    </div>`;
  }

  private renderOption(option: string, index: number): TemplateResult {
    // Pressed, not clicked: a click would come after the field has lost the focus and the list is gone.
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${String(index === this.active)}
      @mousedown=${(event: Event) => {
        event.preventDefault();
        this.take(index);
      }}
    >
      ${option}
    </li>`;
  }

  private renderRef(): TemplateResult {
    const text = this.text.expression;
    return html`<div class="field">
      <label class="label" for="ref">${text.at}</label>
      <input
        id="ref"
        class="control code"
        type="text"
        dir="ltr"
        spellcheck="false"
        autocapitalize="off"
        aria-describedby="ref-hint"
        placeholder=${this.form === undefined ? nothing : this.form.root.ref}
        .value=${live(this.ref)}
        @input=${this.handleRef}
      />
      <span class="hint" id="ref-hint">${text.atHint}</span>
    </div>`;
  }

  private renderResult(): TemplateResult {
    const { place, text } = this;
    if (place === undefined) return html`<p class="wrong">${text.expression.noSuchPlace}</p>`;
    const { dialect, node, scope } = place;
    const trace = traceExpression(this.source, dialect, node, scope);
    const view = { dialect, timeZone: scope.environment.timeZone, text };
    return html`<p role="status">${this.renderKind(trace)} ${renderValue(trace, view)}</p>
      ${this.renderNodes(trace)}
      ${trace.parts.length === 0 ? nothing : html`<h3>${text.expression.parts}</h3>`}
      ${renderParts(trace, view)}`;
  }

  private renderKind({ value }: ExpressionTrace): unknown {
    if (value === undefined) return nothing;
    const count = isNodes(value) ? value.length : 0;
    return html`<span class="muted">${this.text.expression.type(valueKind(value), count)}</span>`;
  }

  private renderNodes({ value }: ExpressionTrace): unknown {
    if (value === undefined || !isNodes(value) || value.length === 0) return nothing;
    return html`<ul class="plain">
        ${value.slice(0, LISTED).map(renderNode)}
      </ul>
      ${value.length > LISTED ? html`<p class="muted">${this.text.more(value.length - LISTED)}</p>` : nothing}`;
  }
}

function renderNode(node: XPathNode): TemplateResult {
  return html`<li>
    <code class="muted" dir="ltr">${nodePath(node)}</code>
    <span class="code" dir="auto">${node.text}</span>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dev-expression': DevExpression;
  }
}
