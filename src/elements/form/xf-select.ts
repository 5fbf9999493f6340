import { customElement } from 'lit/decorators.js';
import { XfChoices } from './xf-choices.ts';

/**
 * @summary A question with any number of choices: native checkboxes.
 *
 * The values are kept in the order in which the choices are offered, whatever the order of ticking, so that the same answer is
 * always the same text.
 */
@customElement('xf-select')
export class XfSelect extends XfChoices {
  protected override readonly inputType = 'checkbox';

  protected get chosen(): readonly string[] {
    return this.answer.split(/\s+/).filter((value) => value !== '');
  }

  protected override isChosen(value: string): boolean {
    return this.chosen.includes(value);
  }

  protected override handleChoose(value: string, chosen: boolean): void {
    this.sayFinally(this.withChoice(this.chosen, value, chosen));
  }

  protected override renderControl(): unknown {
    return this.renderChoices(this.offered(this.chosen));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-select': XfSelect;
  }
}
