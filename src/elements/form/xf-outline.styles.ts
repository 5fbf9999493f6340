import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/**
 * Folded to a line by default; `xf-form` makes it a column beside the questions where there is room (`wide` on the host).
 */
export const outlineStyles = css`
  .outline {
    font-size: ${token('font-size-small')};
  }
  .line {
    display: flex;
    align-items: center;
    gap: ${token('space-2')};
    inline-size: 100%;
    min-block-size: ${token('control-height')};
  }
  .fold {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .fold[aria-expanded='true'] .icon {
    transform: rotate(180deg);
  }
  .status {
    display: grid;
    align-content: center;
    gap: ${token('space-1')};
    color: ${token('color-text-muted')};
  }
  .status.folds {
    display: none;
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    border-radius: 2px;
    overflow: hidden;
    background: ${token('color-line')};
  }
  progress::-webkit-progress-bar {
    background: ${token('color-line')};
  }
  progress::-webkit-progress-value {
    background: ${token('color-accent')};
  }
  progress::-moz-progress-bar {
    background: ${token('color-accent')};
  }
  .list {
    display: none;
    gap: ${token('space-4')};
    padding-block-end: ${token('space-3')};
  }
  .unfolded .list {
    display: grid;
  }
  .problems {
    display: grid;
    gap: ${token('space-1')};
  }
  .problems li {
    padding-block: ${token('space-1')};
    padding-inline-start: ${token('space-5')};
  }
  .wrong {
    color: ${token('color-danger')};
    font-weight: 600;
  }
  .section {
    display: flex;
    justify-content: space-between;
    gap: ${token('space-3')};
    inline-size: 100%;
    padding: ${token('space-2')} ${token('space-3')};
    border: 0;
    border-inline-start: 2px solid ${token('color-line')};
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .section:hover {
    border-inline-start-color: ${token('color-accent')};
    background: ${token('color-surface-muted')};
  }
  .section[aria-current] {
    border-inline-start-color: ${token('color-accent')};
    font-weight: 600;
  }
  .state {
    flex: none;
    color: ${token('color-text-muted')};
    font-variant-numeric: tabular-nums;
  }
  .state.wrong {
    color: ${token('color-danger')};
  }
  :host([wide]) .fold {
    display: none;
  }
  :host([wide]) .status.folds {
    display: grid;
  }
  :host([wide]) .list {
    display: grid;
    padding: 0;
    margin-block-start: ${token('space-2')};
  }
`;
