import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A white field in both themes: the signature is ink on paper, and is sent as such. */
export const signatureStyles = css`
  fieldset > .field {
    margin-block-start: ${token('space-1')};
  }
  canvas,
  img[part='preview'] {
    display: block;
    inline-size: 100%;
    max-inline-size: 30rem;
    aspect-ratio: 10 / 3;
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: white;
  }
  canvas {
    cursor: crosshair;
    touch-action: none;
  }
  .given {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${token('space-1')} ${token('space-4')};
  }
`;
