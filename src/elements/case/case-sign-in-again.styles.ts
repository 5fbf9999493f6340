import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseSignInAgainStyles = css`
  dialog {
    inline-size: min(28rem, 100vw - 2rem);
    padding: ${token('space-5')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius-large')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
  }
  dialog[open] {
    display: grid;
    gap: ${token('space-4')};
    justify-items: start;
  }
  dialog::backdrop {
    background: ${token('color-backdrop')};
  }
  case-sign-in {
    inline-size: 100%;
  }
`;
