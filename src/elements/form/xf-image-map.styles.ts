import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Picture and list beside each other where there is room. */
export const imageMapStyles = css`
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: ${token('space-4')};
    inline-size: 100%;
    align-items: start;
  }
  .map {
    padding: ${token('space-2')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    background: white;
  }
  .map svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 28rem;
  }
  .place {
    cursor: pointer;
  }
  .place:hover {
    opacity: 0.8;
  }
  .place.chosen,
  .place.chosen * {
    fill: oklch(70% 0.12 200);
    stroke: oklch(35% 0.09 200);
    stroke-width: 2px;
  }
`;
