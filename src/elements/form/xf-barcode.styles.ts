import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** What the camera sees, below the box. */
export const barcodeStyles = css`
  .scanner {
    display: grid;
    gap: ${token('space-2')};
    justify-items: start;
  }
  .scanner p {
    margin: 0;
  }
  .scanner video {
    inline-size: min(100%, 24rem);
    border-radius: ${token('radius')};
    background: black;
  }
`;
