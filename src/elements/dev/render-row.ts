import { html, type TemplateResult } from 'lit';

/** A line of a `dl`: the name of something in the app's own words or as a path, and its value. */
export function renderRow(name: string, value: string): TemplateResult {
  return html`<dt dir=${name.startsWith('/') ? 'ltr' : 'auto'}>${name}</dt>
    <dd class="code" dir="auto">${value}</dd>`;
}
