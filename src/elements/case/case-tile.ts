import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DetailTab, PersistentTile } from '../../suite/screen.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseTileStyles } from './case-tile.styles.ts';
import { detailContentStyles } from './detail-content.styles.ts';
import { renderCells } from './list-tiles.ts';
import { renderDetailContent } from './render-detail-content.ts';
import { renderValue, type MediaSource } from './render-value.ts';
import { tileStyles } from './tile.styles.ts';

/**
 * @summary What stays in sight of the case that was chosen, above the pages that follow: a tile, or names and values.
 * @csspart base - The tile.
 */
@customElement('case-tile')
export class CaseTile extends LitElement {
  static override styles = [
    baseStyles,
    richTextStyles,
    tileStyles,
    detailContentStyles,
    caseTileStyles,
  ];

  private readonly localize = new StringsController(this);

  @state() private open = false;

  /** What is shown. */
  @property({ attribute: false }) tile: PersistentTile | undefined;

  /** Where the app's pictures and sounds can be read. */
  @property({ attribute: false }) media: MediaSource = () => undefined;

  override render(): unknown {
    const { tile } = this;
    if (tile === undefined) return nothing;
    const label = this.localize.strings.case.list.chosenTile;
    return html`<section part="base" class="tile group" aria-label=${label}>
      ${tile.rows.length === 0 ? this.renderGrid(tile) : this.renderRows(tile)}
      ${tile.hasDetail ? this.renderMore(tile) : nothing}
    </section>`;
  }

  private renderGrid(tile: PersistentTile): TemplateResult {
    return html`<div class="grid">
      ${renderCells(tile.columns, { value: (place) => this.renderCell(tile, place) })}
    </div>`;
  }

  private renderRows({ rows }: PersistentTile): TemplateResult {
    return html`<dl class="reminder">
      ${rows.map(
        ({ label, value, form }) =>
          html`<div>
            <dt>${label}</dt>
            <dd dir="auto">${renderValue(value, form, this.media)}</dd>
          </div>`,
      )}
    </dl>`;
  }

  private renderCell({ columns, cells }: PersistentTile, place: number): unknown {
    return renderValue(cells[place] ?? '', columns[place]?.form ?? '', this.media);
  }

  private renderMore(tile: PersistentTile): TemplateResult {
    const text = this.localize.strings.case;
    return html`<details class="more" ?open=${this.open} @toggle=${this.handleToggle}>
      <summary>${text.list.moreOfTile}</summary>
      ${this.open ? tile.tabs.map((tab) => this.renderTab(tab)) : nothing}
    </details>`;
  }

  private renderTab(tab: DetailTab): TemplateResult {
    return html`${tab.title.trim() === '' ? nothing : html`<h2>${tab.title}</h2>`}
    ${renderDetailContent(tab, this.localize.strings.case.detail, this.media)}`;
  }

  private handleToggle({ target }: Event): void {
    this.open = (target as HTMLDetailsElement).open;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-tile': CaseTile;
  }
}
