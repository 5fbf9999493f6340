import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Signing in first; with room, the files beside it. */
export const caseStartStyles = css`
  .start {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-6')};
  }
  @media (min-width: 64rem) {
    .start {
      grid-template-columns: minmax(0, 24rem) minmax(0, 36rem);
      column-gap: 6rem;
      align-items: start;
    }
  }
`;
