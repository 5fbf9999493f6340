import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** How the start is laid out, and what stands around a form. */
export const caseAppStyles = css`
  :host {
    display: block;
  }
  .start {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-6')};
  }
  @media (min-width: 64rem) {
    .start {
      grid-template-columns: minmax(0, 24rem) minmax(0, 36rem);
      column-gap: 6rem;
      align-items: start;
    }
  }
  .held {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-2')} ${token('space-5')};
    padding-block-end: ${token('space-4')};
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-4')};
  }
  .muted {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  dialog {
    inline-size: min(28rem, calc(100vw - 2rem));
    padding: ${token('space-5')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    background: ${token('color-surface')};
    color: ${token('color-text')};
  }
`;
