import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The combobox: a box with a mark at its end, and the list below it over whatever follows. */
export const comboboxStyles = css`
  /* The open list lies over the questions that follow. */
  :host(:focus-within) {
    position: relative;
    z-index: 2;
  }
  .combobox {
    position: relative;
    inline-size: 100%;
  }
  .combobox .control {
    padding-inline-end: ${token('space-6')};
    text-overflow: ellipsis;
  }
  .toggle {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 2.75rem;
    border: 0;
    background: none;
    color: ${token('color-text-muted')};
    cursor: pointer;
  }
  .popup {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(100% + ${token('space-1')});
    z-index: 2;
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
    box-shadow: 0 4px 16px ${token('color-backdrop')};
    scroll-margin-block: ${token('space-4')};
  }
  .listbox {
    max-block-size: min(20rem, 50vh);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .rest {
    padding: ${token('space-2')} ${token('space-3')};
    border-block-start: 1px solid ${token('color-line')};
  }
  .option {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${token('space-3')};
    min-block-size: ${token('control-height')};
    padding: ${token('space-2')} ${token('space-3')};
    cursor: pointer;
  }
  .option:hover {
    background: ${token('color-surface-muted')};
  }
  .option[aria-selected='true'] {
    font-weight: 600;
    color: ${token('color-accent')};
  }
  .option.active {
    background: ${token('color-accent-soft')};
    box-shadow: inset 3px 0 0 ${token('color-accent')};
  }
  @media (forced-colors: active) {
    .option.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
