import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { PersistentMenuItem } from '../../suite/persistent-menu.ts';
import { CaseVisitEvent } from '../events/case-visit-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { sideMenuStyles } from '../shared/side-menu.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { MediaSource } from './render-value.ts';
import { WideController } from '../form/wide-controller.ts';

/**
 * @summary The menus of the app beside the page, where the app keeps them in sight; folded where there is no room beside it.
 * @event {CaseVisitEvent} case-visit - The user goes to a place of the menu.
 * @csspart base - The landmark.
 * @csspart item - A place of the menu.
 */
@customElement('case-side-menu')
export class CaseSideMenu extends LitElement {
  static override styles = [baseStyles, sideMenuStyles];

  private readonly localize = new StringsController(this);
  private readonly room = new WideController(this);

  @query('details') private fold!: HTMLDetailsElement | null;

  /** What is shown. */
  @property({ attribute: false }) items: readonly PersistentMenuItem[] = [];

  /** Where the app's pictures can be read. */
  @property({ attribute: false }) media: MediaSource = () => undefined;

  private handleVisit({ address }: PersistentMenuItem): void {
    this.fold?.removeAttribute('open');
    this.dispatchEvent(new CaseVisitEvent(address));
  }

  override render(): unknown {
    if (this.items.length === 0) return nothing;
    const { menu } = this.localize.strings.case.frame;
    const list = this.renderItems(this.items);
    return html`<nav part="base" aria-label=${menu}>
      ${
        this.room.value
          ? list
          : html`<details>
              <summary>${menu}</summary>
              ${list}
            </details>`
      }
    </nav>`;
  }

  private renderItems(items: readonly PersistentMenuItem[]): TemplateResult {
    return html`<ul class="plain">
      ${items.map(
        (item) =>
          html`<li>
            ${this.renderItem(item)}
            ${item.items.length === 0 ? nothing : this.renderItems(item.items)}
          </li>`,
      )}
    </ul>`;
  }

  private renderItem(item: PersistentMenuItem): TemplateResult {
    const image = item.image === undefined ? undefined : this.media(item.image);
    return html`<button
      part="item"
      class="item"
      type="button"
      aria-current=${item.isCurrent ? 'page' : nothing}
      @click=${() => this.handleVisit(item)}
    >
      ${image === undefined ? nothing : html`<img src=${image} alt="" />`}<bdi>${item.text}</bdi>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-side-menu': CaseSideMenu;
  }
}
