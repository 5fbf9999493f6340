import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Lines with their place in front and two buttons behind. */
export const rankStyles = css`
  fieldset > .field {
    margin-block-start: ${token('space-1')};
  }
  ol {
    display: grid;
    gap: ${token('space-1')};
    inline-size: 100%;
  }
  li {
    display: grid;
    grid-template-columns: 2ch minmax(0, 1fr) auto auto;
    align-items: center;
    gap: ${token('space-2')};
    min-block-size: ${token('control-height')};
    padding-inline: ${token('space-3')} ${token('space-1')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .place {
    color: ${token('color-text-muted')};
    font-variant-numeric: tabular-nums;
  }
  .open li {
    border-style: dashed;
  }
`;
