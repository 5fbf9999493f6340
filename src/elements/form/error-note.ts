import { html, type TemplateResult } from 'lit';
import { icon } from '../shared/icon.ts';
import type { FormStrings } from '../strings/form-strings.ts';

/** What is wrong with an answer, below its control. */
export function errorNote(message: string, { error }: FormStrings): TemplateResult {
  return html`${icon('error')}
    <span><span class="visually-hidden">${error}</span> ${message}</span>`;
}
