import { css } from 'lit';

/** The page as a whole: how the start is laid out, and what stands around a form. */
export const caseAppStyles = css`
  :host {
    display: block;
  }

  .start {
    display: grid;
    gap: var(--xf-space-6, 3rem);
  }

  @media (min-width: 64rem) {
    .start {
      grid-template-columns: minmax(0, 26rem) minmax(0, 36rem);
      column-gap: 6rem;
      align-items: start;
    }
  }

  .held {
    display: flex;
    flex-wrap: wrap;
    gap: var(--xf-space-2, 0.5rem) var(--xf-space-4, 1.5rem);
    padding-block-end: var(--xf-space-3, 1rem);
  }

  .held:not(:has(button)) {
    display: none;
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--xf-space-3, 1rem);
  }

  .quiet {
    color: var(--xf-color-text-muted, inherit);
  }

  dialog {
    inline-size: min(28rem, calc(100vw - 2rem));
    border: 1px solid var(--xf-color-border, currentColor);
    border-radius: var(--xf-radius, 6px);
    background: var(--xf-color-surface, Canvas);
    color: var(--xf-color-text, CanvasText);
  }
`;
