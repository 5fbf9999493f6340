import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseTileStyles = css`
  :host {
    display: block;
    margin-block-end: ${token('space-4')};
    container-type: inline-size;
  }
  .reminder {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-2')} ${token('space-5')};
    margin: 0;
    padding: ${token('space-2')} ${token('space-3')};
  }
  .reminder dt {
    font-size: ${token('font-size-small')};
  }
  .reminder dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .more {
    padding: 0 ${token('space-3')} ${token('space-2')};
  }
  summary {
    color: ${token('color-accent')};
    cursor: pointer;
  }
  h2 {
    margin-block: ${token('space-4')} ${token('space-2')};
    font-size: ${token('font-size-large')};
  }
`;
