import { html, type TemplateResult } from 'lit';
import type { CaseStrings } from '../strings/case-strings.ts';

/** The way through the pages of a list, and whom it tells. */
export interface ListPages {
  /** The page that is shown, from 0. */
  readonly page: number;
  readonly pages: number;
  /** Rows on one page as they are, and as the list has them by itself. */
  readonly pageSize: number;
  readonly ownPageSize: number;
  readonly strings: CaseStrings['list'];
  readonly onPage: (page: number) => void;
  readonly onPageSize: (pageSize: number) => void;
}

/** To the page before and the next, and how many rows a page has. */
export function renderListPages(of: ListPages): TemplateResult {
  const { page, pages, strings, onPage } = of;
  const button = (text: string, to: number, isEnd: boolean) =>
    html`<button class="button" type="button" ?disabled=${isEnd} @click=${() => onPage(to)}>
      ${text}
    </button>`;
  return html`<nav part="pagination" class="pages" aria-label=${strings.pages}>
    ${button(strings.previous, page - 1, page === 0)}
    <span>${strings.page(page + 1, pages)}</span>
    ${button(strings.next, page + 1, page === pages - 1)} ${renderPageSizes(of)}
  </nav>`;
}

function renderPageSizes({ pageSize, ownPageSize, strings, onPageSize }: ListPages) {
  const sizes = [...new Set([...PAGE_SIZES, ownPageSize])].sort((a, b) => a - b);
  const handleChange = ({ target }: Event) =>
    onPageSize(Number((target as HTMLSelectElement).value));
  return html`<label class="page-size">
    <span>${strings.pageSize}</span>
    <select class="control" @change=${handleChange}>
      ${sizes.map((size) => html`<option value=${size} .selected=${size === pageSize}>${size}</option>`)}
    </select>
  </label>`;
}

/** How many rows a page may have: all of one page are there for the browser's own search. */
const PAGE_SIZES = [10, 25, 100, 500] as const;
