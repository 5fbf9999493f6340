import { html, nothing, type TemplateResult } from 'lit';
import { isNodes } from '../../xpath/conversions.ts';
import type { Dialect } from '../../xpath/compiled-expression.ts';
import type { ExpressionTrace } from '../../xpath/trace-expression.ts';
import type { DevStrings } from './strings/dev-strings.ts';
import { valueText } from './value-text.ts';

/** What a trace is shown with. */
export interface TraceView {
  readonly dialect: Dialect;
  readonly timeZone: string;
  readonly text: DevStrings;
}

/** The parts of an expression with their values, those that they are made of indented below. */
export function renderParts(trace: ExpressionTrace, view: TraceView): unknown {
  if (trace.parts.length === 0) return nothing;
  return html`<ul class="tree">
    ${trace.parts.map(
      (part) =>
        html`<li>
          <code dir="ltr">${part.text}</code> ${renderValue(part, view)} ${renderParts(part, view)}
        </li>`,
    )}
  </ul>`;
}

/** The value of an expression, or why it has none. */
export function renderValue({ value, problem }: ExpressionTrace, view: TraceView): TemplateResult {
  if (value === undefined) return html`<span class="wrong" lang="en" dir="ltr">${problem}</span>`;
  const shown = valueText(value, view.dialect, view.timeZone);
  // Elements with others inside them have no text of their own.
  if (shown === '' && isNodes(value) && value.length > 0)
    return html`<span class="muted">= ${view.text.expression.type('nodes', value.length)}</span>`;
  if (shown === '') return html`<span class="muted">= ${view.text.expression.empty}</span>`;
  return html`<span>= <strong class="code" dir="auto">${shown}</strong></span>`;
}
