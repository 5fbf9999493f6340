import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PersistentTile } from '../../suite/screen.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { renderCells } from './list-tiles.ts';
import type { MediaSource } from './render-value.ts';
import { tileStyles } from './tile.styles.ts';

/**
 * @summary The tile of the case that was chosen, above the pages that follow.
 * @csspart base - The tile.
 */
@customElement('case-tile')
export class CaseTile extends LitElement {
  static override styles = [baseStyles, richTextStyles, tileStyles];

  private readonly localize = new StringsController(this);

  /** What is shown. */
  @property({ attribute: false }) tile: PersistentTile | undefined;

  /** Where the app's pictures and sounds can be read. */
  @property({ attribute: false }) media: MediaSource = () => undefined;

  override render(): unknown {
    const { tile } = this;
    if (tile === undefined) return nothing;
    const label = this.localize.strings.case.list.chosenTile;
    return html`<section part="base" class="tile group" aria-label=${label}>
      <div class="grid">${renderCells(tile.columns, tile.cells, this.media)}</div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-tile': CaseTile;
  }
}
