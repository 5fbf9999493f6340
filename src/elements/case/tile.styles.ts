import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The tile of a case: twelve columns, as the app lays it out. */
export const tileStyles = css`
  .tiles {
    --_gap: ${token('space-2')};
    --_across: 1;
    display: grid;
    grid-template-columns: repeat(
      auto-fill,
      minmax(
        max(min(100%, 9rem), (100% - (var(--_across) - 1) * var(--_gap)) / var(--_across)),
        1fr
      )
    );
    gap: var(--_gap);
  }
  .tile.focused {
    border-color: ${token('color-accent')};
    box-shadow: inset 4px 0 0 ${token('color-accent')};
  }
  .tile.focused:dir(rtl) {
    box-shadow: inset -4px 0 0 ${token('color-accent')};
  }
  .tile {
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .tile:not(.group),
  .member {
    position: relative;
  }
  .tile:not(.group):hover,
  .member:hover {
    background: ${token('color-accent-soft')};
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: ${token('space-1')} ${token('space-2')};
    padding: ${token('space-2')} ${token('space-3')};
  }
  .heading {
    border-start-start-radius: ${token('radius')};
    border-start-end-radius: ${token('radius')};
    background: ${token('color-surface-muted')};
  }
  .member {
    border-block-start: 1px solid ${token('color-line')};
  }
  .cell {
    display: flex;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cell > bdi {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .cell.small {
    font-size: ${token('font-size-small')};
  }
  .cell.large {
    font-size: ${token('font-size-large')};
    line-height: ${token('line-height-tight')};
  }
  .cell.border {
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    padding: ${token('space-1')};
  }
  .cell.shading {
    padding-inline: ${token('space-1')};
    background: ${token('color-surface-muted')};
  }
  .cell img {
    max-block-size: 3rem;
    max-inline-size: 100%;
    object-fit: contain;
  }
  .cell a,
  .cell audio,
  .cell summary,
  .cell .follow {
    position: relative;
    z-index: 1;
  }
  /* The whole tile answers. */
  .whole::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .whole {
    max-inline-size: 100%;
    font-size: inherit;
    line-height: inherit;
    text-align: inherit;
  }
`;
