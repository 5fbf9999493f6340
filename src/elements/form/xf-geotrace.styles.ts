import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** One point a line, with its place in front and a button behind. */
export const geotraceStyles = css`
  .points,
  ol {
    display: grid;
    gap: ${token('space-2')};
  }
  li {
    align-items: end;
  }
  .box {
    flex: 0 1 7.5rem;
    min-inline-size: 0;
  }
  .place {
    min-inline-size: 2ch;
    padding-block-end: ${token('space-3')};
    color: ${token('color-text-muted')};
    font-variant-numeric: tabular-nums;
  }
  li.boxes {
    flex-wrap: nowrap;
    gap: ${token('space-2')};
  }
`;
