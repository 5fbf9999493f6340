import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** At the foot of what can be seen, so that it is in sight wherever the item was. */
export const undoStyles = css`
  :host {
    position: sticky;
    inset-block-end: ${token('space-4')};
    z-index: 2;
    max-inline-size: 100%;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-2')} ${token('space-4')};
    padding: ${token('space-2')} ${token('space-4')};
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
    box-shadow: 0 1px 6px rgb(0 0 0 / 25%);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
