import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A small switch in one line. */
export const languagesStyles = css`
  .languages {
    display: flex;
    align-items: center;
    gap: ${token('space-2')};
  }
  .control {
    inline-size: auto;
  }
`;
