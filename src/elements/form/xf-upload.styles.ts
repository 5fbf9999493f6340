import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The file box and what stands below it. */
export const uploadStyles = css`
  .control {
    cursor: pointer;
  }
  .control::file-selector-button {
    margin-inline-end: ${token('space-3')};
    padding: ${token('space-1')} ${token('space-3')};
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-muted')};
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .given {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${token('space-1')} ${token('space-4')};
  }
  img[part='preview'],
  video[part='preview'] {
    max-inline-size: min(100%, 20rem);
    max-block-size: 15rem;
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
  }
`;
