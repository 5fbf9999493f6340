import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Cards below each other. */
export const repeatStyles = css`
  .items,
  .items > .block {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-4')};
  }
  .items > .block > * {
    margin: 0;
  }
  .card > .head > .button {
    margin-inline: calc(-1 * ${token('space-3')});
    color: ${token('color-text-muted')};
    font-weight: 400;
  }
  .add {
    justify-self: start;
  }
`;
