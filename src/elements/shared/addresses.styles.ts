import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The addresses that were found, below the box. */
export const addressesStyles = css`
  .addresses {
    inline-size: 100%;
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
    overflow: hidden;
  }
  .addresses[hidden] {
    display: none;
  }
  .addresses li + li {
    border-block-start: 1px solid ${token('color-line')};
  }
  .address {
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    padding: ${token('space-2')} ${token('space-3')};
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .address:hover {
    background: ${token('color-surface-muted')};
  }
  .address:focus-visible {
    outline-offset: -2px;
  }
`;
