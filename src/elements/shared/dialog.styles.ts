import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A native dialog in the middle of the page, its parts one below the other. */
export const dialogStyles = css`
  dialog {
    inline-size: min(36rem, calc(100vw - 2 * ${token('space-4')}));
    max-block-size: calc(100dvh - 2 * ${token('space-4')});
    padding: ${token('space-5')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius-large')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    overflow-y: auto;
  }
  dialog[open] {
    display: grid;
    gap: ${token('space-4')};
    grid-template-columns: minmax(0, 1fr);
  }
  dialog::backdrop {
    background: ${token('color-backdrop')};
  }
  dialog h2 {
    margin: 0;
    font-size: ${token('font-size-large')};
  }
`;
