import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseActAsStyles = css`
  dialog[open] {
    grid-template-columns: minmax(0, 1fr);
    /* The bar in which the button stands keeps its words in one line. */
    white-space: normal;
  }
  dialog > form,
  .people {
    inline-size: 100%;
  }
  .people {
    max-block-size: min(24rem, 50vh);
    overflow-y: auto;
    border-block: 1px solid ${token('color-line')};
  }
  .people li + li {
    border-block-start: 1px solid ${token('color-line')};
  }
  .people button {
    display: grid;
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    padding: ${token('space-2')} ${token('space-3')};
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .people button:hover {
    background: ${token('color-accent-soft')};
  }
  .people button:focus-visible {
    outline-offset: -2px;
  }
  .name {
    font-weight: 600;
  }
`;
