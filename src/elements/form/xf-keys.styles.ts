import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Keys at the start, what they do beside them. */
export const keysStyles = css`
  .link-button {
    min-block-size: 1.5rem;
    font-size: ${token('font-size-small')};
  }
  dl {
    display: grid;
    gap: ${token('space-2')};
    margin: 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: ${token('space-3')};
  }
  dd {
    margin: 0;
  }
  kbd {
    display: inline-block;
    padding-inline: ${token('space-2')};
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    font: inherit;
    font-size: ${token('font-size-small')};
  }
`;
