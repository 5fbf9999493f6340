import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Cards below each other. */
export const repeatStyles = css`
  .items {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-4')};
  }
  .add {
    justify-self: start;
  }
`;
