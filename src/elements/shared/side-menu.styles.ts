import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Places below each other (`.item` of a list), the open one marked, beside the page or folded above it. */
export const sideMenuStyles = css`
  ul ul {
    margin-inline-start: ${token('space-4')};
  }
  .item {
    display: flex;
    align-items: center;
    gap: ${token('space-2')};
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: ${token('space-1')} ${token('space-3')};
    border: 0;
    border-inline-start: 3px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .item:hover {
    background: ${token('color-surface-muted')};
  }
  .item[aria-current] {
    border-color: ${token('color-accent')};
    font-weight: 600;
  }
  img {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    object-fit: contain;
  }
  summary {
    padding: ${token('space-2')} 0;
    color: ${token('color-accent')};
    cursor: pointer;
  }
  @media print {
    nav {
      display: none;
    }
  }
`;
