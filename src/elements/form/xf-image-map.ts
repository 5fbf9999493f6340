import { html, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { renderMedia } from './form-text.ts';
import { shapesOf } from './svg-shapes.ts';
import { XfChoices } from './xf-choices.ts';
import { imageMapStyles } from './xf-image-map.styles.ts';

/**
 * @summary Choices that are places on a picture (appearance `image-map`): a list, and beside it the picture, whose shapes are pressed
 * as well. A shape belongs to the choice whose value is its id; the list does all that the picture does.
 *
 * @csspart picture - The picture.
 */
@customElement('xf-image-map')
export class XfImageMap extends XfChoices {
  static override styles: CSSResultGroup = [XfChoices.styles, imageMapStyles];

  @query('.map') private readonly frame!: HTMLElement | null;

  /** The picture whose shapes are shown, and that picture with its shapes; without shapes it is shown as any other. */
  private address: string | undefined;
  @state() private picture: SVGSVGElement | undefined;

  protected override get inputType(): 'radio' | 'checkbox' {
    return this.node.kind === 'select1' ? 'radio' : 'checkbox';
  }

  protected override willUpdate(changed?: PropertyValues): void {
    super.willUpdate();
    if (changed?.has('node')) this.address = undefined;
    void this.readPicture();
  }

  protected override updated(): void {
    super.updated();
    if (this.picture === undefined) return;
    if (this.picture.parentNode !== this.frame) this.frame?.replaceChildren(this.picture);
    for (const shape of this.shapes) this.mark(shape);
  }

  private async readPicture(): Promise<void> {
    const { image } = this.node.label ?? {};
    const address = image === undefined ? undefined : this.context.media(image);
    if (address === this.address) return;
    this.address = address;
    const picture = address === undefined ? undefined : await shapesOf(address);
    if (address === this.address) this.picture = picture;
  }

  /** The shapes that stand for a choice. */
  private get shapes(): Element[] {
    const values = new Set(this.node.choices.map(({ value }) => value));
    return [...(this.picture?.querySelectorAll('[id]') ?? [])].filter(({ id }) => values.has(id));
  }

  private mark(shape: Element): void {
    shape.classList.add('place');
    shape.classList.toggle('chosen', this.isChosen(shape.id));
  }

  private readonly handlePress = (event: Event): void => {
    if (this.disabled) return;
    const pressed = event.composedPath();
    const shape = this.shapes.find((each) => pressed.includes(each));
    if (shape !== undefined) this.handleChoose(shape.id, !this.isChosen(shape.id));
  };

  private get chosen(): readonly string[] {
    if (this.inputType === 'radio') return this.answer === '' ? [] : [this.answer];
    return this.answer.split(/\s+/).filter((value) => value !== '');
  }

  protected override isChosen(value: string): boolean {
    return this.chosen.includes(value);
  }

  protected override handleChoose(value: string, chosen: boolean): void {
    if (this.inputType === 'radio') return this.sayFinally(chosen ? value : '');
    this.sayFinally(this.withChoice(this.chosen, value, chosen));
  }

  /** Sound and film stand with the label; the picture stands beside the list. */
  protected override renderLabelMedia(): unknown {
    if (this.readonly) return super.renderLabelMedia();
    const { audio, video } = this.node.label ?? {};
    const besides = { image: undefined, audio, video };
    return renderMedia(besides, this.context, this.strings.mediaMissing);
  }

  protected override renderControl(): unknown {
    return html`<div class="beside">
        ${this.renderPicture()}
        <div>${this.renderChoices(this.offered(this.chosen))}</div>
      </div>
      ${this.renderClear()}`;
  }

  private renderPicture(): unknown {
    if (this.picture !== undefined)
      return html`<div
        part="picture"
        class="map"
        aria-hidden="true"
        @click=${this.handlePress}
      ></div>`;
    return renderMedia(this.node.label, this.context, this.strings.mediaMissing);
  }

  private renderClear(): unknown {
    const isClear = this.answer === '' || this.inputType === 'checkbox';
    if (isClear || this.required || this.disabled) return nothing;
    return html`<button type="button" class="link-button clear" @click=${() => this.sayFinally('')}>
      ${this.strings.clear}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-image-map': XfImageMap;
  }
}
