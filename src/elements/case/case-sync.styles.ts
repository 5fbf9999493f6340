import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseSyncStyles = css`
  :host {
    font-size: ${token('font-size-small')};
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-1')} ${token('space-3')};
  }
  .status,
  .link-button {
    display: inline-flex;
    align-items: center;
    gap: ${token('space-1')};
    min-block-size: 1.5rem;
  }
  .status .icon {
    color: ${token('color-waiting')};
  }
  .status.sent .icon {
    color: ${token('color-sent')};
  }
  .button.compact {
    padding-inline: ${token('space-1')};
  }
  .link-button.danger {
    color: ${token('color-danger')};
    font-weight: 600;
  }
`;
