import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** How a page is set: heading, what is small beside it, and the distances below. */
export const pageStyles = css`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-5')};
    justify-items: start;
  }
  .page > * {
    max-inline-size: ${token('measure')};
  }
  .page > .wide {
    inline-size: 100%;
    max-inline-size: none;
  }
  .page > .wide.items {
    max-inline-size: 60rem;
  }
  .heading-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${token('space-1')} ${token('space-4')};
  }
  .heading-title {
    font-size: ${token('font-size-large')};
    line-height: ${token('line-height-tight')};
  }
  .owner {
    display: inline-flex;
    gap: ${token('space-2')};
    font-size: ${token('font-size-small')};
  }
  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-3')};
    inline-size: 100%;
  }
  .card {
    padding: ${token('space-4')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .empty {
    display: grid;
    gap: ${token('space-1')};
    padding-block: ${token('space-5')};
    color: ${token('color-text-muted')};
  }
  details > summary {
    color: ${token('color-accent')};
    cursor: pointer;
  }
  details > summary:hover {
    text-decoration: underline;
  }
  details > :not(summary) {
    margin-block-start: ${token('space-2')};
    padding-inline-start: ${token('space-4')};
    border-inline-start: 3px solid ${token('color-line')};
  }
`;
