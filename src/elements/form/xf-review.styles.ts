import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Question, answer and the way back to it side by side; narrow, one below the other. */
export const reviewStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    row-gap: ${token('space-5')};
    container-type: inline-size;
  }
  h3 {
    margin-block: 0 ${token('space-2')};
    font-size: ${token('font-size')};
  }
  dl,
  dd {
    margin: 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: ${token('space-1')} ${token('space-4')};
    padding-block: ${token('space-2')};
    border-block-end: 1px solid ${token('color-line')};
    overflow-wrap: anywhere;
  }
  dt {
    grid-column: 1 / -1;
    color: ${token('color-text-muted')};
  }
  .wrong {
    display: block;
    color: ${token('color-danger')};
    font-weight: 600;
  }
  @container (min-inline-size: 32rem) {
    dl > div {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    }
    dt {
      grid-column: auto;
    }
  }
`;
