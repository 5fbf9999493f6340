import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { XfAnswerEvent } from '../events/xf-answer-event.ts';
import { AddressFinder } from '../shared/address-finder.ts';
import { addressMessage } from '../shared/address-message.ts';
import { addressesStyles } from '../shared/addresses.styles.ts';
import type { FoundAddress } from '../shared/geocoder.ts';
import { renderAddresses } from '../shared/render-addresses.ts';
import { addressText, chosenAddress } from './address-text.ts';
import { emptyReceivers, fillReceivers } from './fill-receivers.ts';
import { XfInput } from './xf-input.ts';

/**
 * @summary An address: written out, or found by the page's geocoder and chosen. The answer is then JSON of its parts (`full`, `latitude`,
 * `longitude`, `street`, `city` …), and the questions that listen to it are filled in.
 */
@customElement('xf-address')
export class XfAddress extends XfInput {
  static override styles: CSSResultGroup = [XfInput.styles, addressesStyles];

  private readonly finder = new AddressFinder(this);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.finder.stop();
  }

  protected override get answer(): string {
    return addressText(super.answer);
  }

  protected override say(words: string): void {
    const chosen = chosenAddress(this.instance.lexical);
    const isKept = chosen !== undefined && this.context.notTakenOf(this.instance) === undefined;
    // Who types and comes back to the same words has still chosen that address.
    if (isKept && words === chosen['full']) return this.finder.stop();
    super.say(words);
    if (chosen !== undefined) emptyReceivers(this.node, this.controls, chosen, this.answerOther);
    void this.finder.look(this.context.geocoder, words, this.words.lang);
  }

  private readonly handleChoose = (address: FoundAddress): void => {
    this.context.flush();
    this.finder.stop();
    const message = addressMessage(address);
    super.say(JSON.stringify(message));
    fillReceivers(this.node, this.controls, message, this.answerOther);
    this.context.touch(this.instance);
    void this.updateComplete.then(() => this.focus());
  };

  private readonly answerOther = (ref: string, value: string): void => {
    this.dispatchEvent(new XfAnswerEvent(ref, value, true));
  };

  private get controls() {
    return this.context.form.controls;
  }

  protected override renderControl(): unknown {
    return html`${super.renderControl()} ${this.renderFinder()}`;
  }

  private renderFinder(): unknown {
    const text = this.controlStrings.address;
    if (this.disabled) return nothing;
    if (this.context.geocoder === undefined) return html`<p class="small muted">${text.none}</p>`;
    return renderAddresses(this.finder.search, text, this.handleChoose);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-address': XfAddress;
  }
}
