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
    max-inline-size: min(100%, 30rem);
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: white;
  }
  canvas.paper {
    inline-size: 100%;
    aspect-ratio: 10 / 3;
  }
  canvas.picture {
    inline-size: auto;
    max-block-size: 36rem;
  }
  canvas {
    cursor: crosshair;
    touch-action: none;
  }
  .box {
    display: grid;
    gap: ${token('space-1')};
    inline-size: min(100%, 30rem);
  }
  .given {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${token('space-1')} ${token('space-4')};
  }
`;
