import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A button, and what the camera sees above those that end it. */
export const recorderStyles = css`
  :host {
    display: grid;
    gap: ${token('space-2')};
    justify-items: start;
  }
  video {
    inline-size: min(100%, 24rem);
    border-radius: ${token('radius')};
    background: black;
  }
`;
