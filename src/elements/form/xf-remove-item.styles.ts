import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A quiet button that turns red when it is meant, and the question before anything is lost. */
export const removeItemStyles = css`
  .button.quiet {
    color: ${token('color-text-muted')};
    font-weight: 400;
  }
  .button.quiet:hover {
    color: ${token('color-danger')};
  }
  dialog {
    inline-size: min(32rem, calc(100vw - 2 * ${token('space-4')}));
    padding: ${token('space-5')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius-large')};
    background: ${token('color-surface-raised')};
    color: inherit;
  }
  dialog[open] {
    display: grid;
    gap: ${token('space-4')};
  }
  dialog::backdrop {
    background: ${token('color-backdrop')};
  }
  dl {
    display: grid;
    gap: ${token('space-2')};
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: ${token('space-3')};
  }
  dt {
    color: ${token('color-text-muted')};
  }
`;
