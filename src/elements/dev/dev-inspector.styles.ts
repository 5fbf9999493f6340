import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** At the foot of the window; what is above scrolls on its own, and its end stands above the panel. */
export const devInspectorStyles = css`
  :host {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
  }
  .panel {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 42vh;
    min-block-size: 16rem;
    border-block-start: 1px solid ${token('color-edge')};
    background: ${token('color-surface')};
    box-shadow: 0 -2px 12px ${token('color-line')};
  }
  .bar {
    display: flex;
    align-items: center;
    gap: ${token('space-4')};
    padding-inline: ${token('space-4')};
    border-block-end: 1px solid ${token('color-line')};
    background: ${token('color-surface-muted')};
  }
  h2 {
    font-size: ${token('font-size-small')};
  }
  .tabs {
    display: flex;
    flex: 1;
    min-inline-size: 0;
    overflow-x: auto;
  }
  .tab {
    flex: none;
    min-block-size: 2.75rem;
    padding-inline: ${token('space-3')};
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: ${token('color-text-muted')};
    font: inherit;
    font-size: ${token('font-size-small')};
    cursor: pointer;
  }
  .tab:hover {
    color: ${token('color-text')};
  }
  .tab[aria-selected='true'] {
    border-block-end-color: ${token('color-accent')};
    color: ${token('color-text')};
    font-weight: 600;
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  .close {
    padding-inline: ${token('space-2')};
  }
  .content {
    padding: ${token('space-4')};
    overflow: auto;
    overscroll-behavior: contain;
  }
  .content:focus-visible {
    outline-offset: -2px;
  }
  @media (max-width: 40rem) {
    .panel {
      block-size: 60vh;
    }
    h2 {
      display: none;
    }
    .bar {
      gap: 0;
      padding-inline: ${token('space-2')};
    }
  }
`;
