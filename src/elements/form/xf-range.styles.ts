import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The slider: without an answer its thumb is hollow. */
export const rangeStyles = css`
  .slider {
    inline-size: 100%;
    max-inline-size: 30rem;
  }
  .slider input {
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    margin: 0;
    accent-color: ${token('color-accent')};
    cursor: pointer;
  }
  .slider input.empty:not(:focus-visible) {
    accent-color: ${token('color-edge')};
    opacity: 0.6;
  }
  .ends {
    display: flex;
    justify-content: space-between;
  }
  .slider.vertical {
    display: flex;
    gap: ${token('space-2')};
  }
  .slider.vertical input {
    /* Standing up, its inline axis is the page's block axis. */
    inline-size: 14rem;
    min-inline-size: 14rem;
    block-size: ${token('control-height')};
    writing-mode: vertical-lr;
    direction: rtl;
  }
  .slider.vertical .ends {
    flex-direction: column-reverse;
  }
  .control.number {
    max-inline-size: 12rem;
  }
  .reading {
    display: flex;
    align-items: baseline;
    gap: ${token('space-4')};
  }
  .reading .number {
    font-size: ${token('font-size-large')};
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
