import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Stars as large as a fingertip, filled up to the one that is chosen. */
export const ratingStyles = css`
  .stars {
    display: flex;
    flex-wrap: wrap;
  }
  .star {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: ${token('control-height')};
    block-size: ${token('control-height')};
    border-radius: ${token('radius')};
    cursor: pointer;
  }
  .star input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .star svg {
    inline-size: 1.75rem;
    fill: none;
    stroke: ${token('color-edge')};
    stroke-width: 1.5;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .star.on svg {
    fill: ${token('color-accent')};
    stroke: ${token('color-accent')};
  }
  .star:hover {
    background: ${token('color-surface-muted')};
  }
  .star:has(:focus-visible) {
    outline: 2px solid ${token('color-focus-ring')};
    outline-offset: -2px;
  }
  .star:has(:disabled) {
    cursor: default;
  }
  .reading {
    display: flex;
    align-items: baseline;
    gap: ${token('space-4')};
  }
  @media (forced-colors: active) {
    .star svg {
      stroke: CanvasText;
    }
    .star.on svg {
      fill: Highlight;
      stroke: Highlight;
    }
  }
`;
