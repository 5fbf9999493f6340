import { css } from 'lit';
import { token } from '../theme/tokens.ts';
import { graphStyles } from './graph.styles.ts';

/** For what `render-detail-content.ts` shows. The host measures: it has a container type. */
export const detailContentStyles = [
  graphStyles,
  css`
    .rows {
      max-inline-size: 56rem;
      border-block-start: 1px solid ${token('color-line')};
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
  `,
];
