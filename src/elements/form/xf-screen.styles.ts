import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A quiet line above the questions; the last screen's heading is that of a page. */
export const screenStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    row-gap: ${token('space-4')};
  }
  h2 {
    margin: 0;
    color: ${token('color-text-muted')};
    font-size: ${token('font-size')};
    font-weight: 600;
  }
  h2.title {
    color: inherit;
    font-size: ${token('font-size-large')};
  }
`;
