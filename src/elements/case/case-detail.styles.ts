import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseDetailStyles = css`
  .graph {
    display: grid;
    gap: ${token('space-2')};
    inline-size: min(100%, 34rem);
    margin: 0;
  }
  .graph svg {
    inline-size: 100%;
    fill: ${token('color-text-muted')};
    font-size: 12px;
  }
  .graph .axis,
  .graph .line {
    fill: none;
    stroke: ${token('color-edge')};
  }
  .graph .line {
    stroke-width: 2;
  }
  .graph .line.look-0 {
    stroke: ${token('color-accent')};
  }
  .graph .line.look-1 {
    stroke: ${token('color-text-muted')};
    stroke-dasharray: 6 4;
  }
  .graph .line.look-2 {
    stroke: ${token('color-danger')};
    stroke-dasharray: 2 3;
  }
  .graph .line.look-3 {
    stroke: ${token('color-waiting')};
    stroke-dasharray: 8 3 2 3;
  }
  .graph circle.look-0,
  .graph rect.look-0 {
    fill: ${token('color-accent')};
  }
  .graph circle.look-2,
  .graph rect.look-2 {
    fill: ${token('color-danger')};
  }
  .graph circle.look-3,
  .graph rect.look-3 {
    fill: ${token('color-waiting')};
  }
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
  .rows {
    max-inline-size: 56rem;
    border-block-start: 1px solid ${token('color-line')};
  }
  .tabs + * .rows {
    border-block-start: 0;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(9rem, 16rem) minmax(0, 1fr);
    gap: ${token('space-4')};
    padding-block: ${token('space-2')};
    border-block-end: 1px solid ${token('color-line')};
  }
  dt {
    color: ${token('color-text-muted')};
  }
  .value {
    white-space: pre-line;
  }
  .value .rich-text {
    white-space: normal;
  }
  dd img,
  td img {
    max-inline-size: 100%;
    max-block-size: 20rem;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    min-inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: ${token('space-2')} ${token('space-3')};
    border-block-end: 1px solid ${token('color-line')};
    text-align: start;
    vertical-align: baseline;
  }
  thead th {
    background: ${token('color-surface-muted')};
    font-size: ${token('font-size-small')};
  }
  @container (max-width: 36rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dt {
      font-size: ${token('font-size-small')};
    }
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
