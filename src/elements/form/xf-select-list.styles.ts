import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A long list keeps to its own space and scrolls there. */
export const selectListStyles = css`
  .folded {
    inline-size: 100%;
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${token('space-2')};
    cursor: pointer;
    list-style: none;
  }
  /* No box that is written in, but none that is closed either. */
  summary.control:read-only:not([aria-disabled='true'], [type='file']) {
    border-color: ${token('color-edge')};
    background: ${token('color-surface-raised')};
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .folded[open] > summary {
    margin-block-end: ${token('space-2')};
  }
  .folded[open] > summary .icon {
    transform: rotate(180deg);
  }
  #filter {
    margin-block-end: ${token('space-2')};
  }
  .list {
    inline-size: 100%;
    max-block-size: 22rem;
    overflow-y: auto;
  }
  .list .choice:has(:focus-visible) {
    outline-offset: -2px;
  }
  .folded,
  .list {
    min-inline-size: 0;
  }
`;
