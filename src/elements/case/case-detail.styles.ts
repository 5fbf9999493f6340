import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The tabs of a detail, and the room that its content measures itself by. */
export const caseDetailStyles = css`
  :host {
    container-type: inline-size;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-1')};
    border-block-end: 1px solid ${token('color-line')};
  }
  .tab {
    min-block-size: ${token('control-height')};
    padding: ${token('space-2')} ${token('space-4')};
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: ${token('color-text-muted')};
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .tab:hover {
    color: ${token('color-text')};
  }
  .tab[aria-selected='true'] {
    border-block-end-color: ${token('color-accent')};
    color: ${token('color-text')};
  }
  .paper {
    display: none;
  }
  @media print {
    .paper {
      display: block;
    }
    .screen,
    .actions {
      display: none;
    }
  }
  .tabs + * .rows {
    border-block-start: 0;
  }
  @media (forced-colors: active) {
    /* A transparent edge would be drawn there. */
    .tab {
      border-block-end-color: Canvas;
    }
    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
