import { html, nothing, type TemplateResult } from 'lit';

/** A button below the questions. */
export interface FormButton {
  readonly part: 'back-button' | 'next-button' | 'submit-button';
  readonly words: string;
  press(): void;
}

/** Buttons in a row, each in a place of its own. While the form is busy they stay where the focus may be, and say that they wait. */
export function renderButtons(buttons: readonly (FormButton | undefined)[], busy: boolean) {
  return buttons.map((button) => (button === undefined ? nothing : renderButton(button, busy)));
}

function renderButton({ part, words, press }: FormButton, busy: boolean): TemplateResult {
  return html`<button
    part=${part}
    type="button"
    class=${part === 'back-button' ? 'button' : 'button primary'}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${press}
  >
    ${words}
  </button>`;
}
