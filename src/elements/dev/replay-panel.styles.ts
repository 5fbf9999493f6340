import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const replayPanelStyles = css`
  :host {
    display: block;
  }
  .panel {
    display: grid;
    gap: ${token('space-3')};
    padding: ${token('space-4')};
  }
  h2 {
    margin: 0;
    font-size: 1.25rem;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-2')};
  }
  select {
    min-block-size: 2.25rem;
  }
  .stage {
    display: grid;
    gap: ${token('space-4')};
    grid-template-columns: minmax(0, 1fr);
  }
  @media (min-width: 64rem) {
    .stage {
      grid-template-columns: minmax(18rem, 2fr) 3fr;
    }
  }
  .timeline {
    margin: 0;
    padding: ${token('space-2')};
    list-style: none;
    max-block-size: 32rem;
    overflow: auto;
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
  }
  li {
    display: grid;
    grid-template-columns: auto 1.25rem minmax(0, 1fr);
    align-items: baseline;
    border-inline-start: 3px solid transparent;
    padding-inline-start: ${token('space-1')};
  }
  li[aria-current] {
    border-color: ${token('color-accent')};
  }
  li.differs,
  .divergence {
    color: ${token('color-danger')};
  }
  code {
    overflow-wrap: anywhere;
    font-size: 0.875rem;
  }
  .stop {
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .divergence {
    margin-block: ${token('space-2')} 0;
  }
  .seen {
    min-block-size: 12rem;
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    overflow: auto;
  }
`;
