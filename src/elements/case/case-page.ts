import { LitElement } from 'lit';
import { StringsController } from '../strings/strings-controller.ts';

/**
 * A page of case work: a heading, then what belongs to it. `focus()` goes to the heading, so that a new page is read from its start.
 */
export abstract class CasePage extends LitElement {
  protected readonly localize = new StringsController(this);

  /** Focuses the heading, after the first rendering if need be. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus(options);
    });
  }
}
