import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A card with its name on top. */
export const repeatItemStyles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-5')};
    padding: ${token('space-4')} ${token('space-5')} ${token('space-5')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius-large')};
    background: ${token('color-surface-raised')};
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${token('space-1')} ${token('space-4')};
  }
  xf-remove-item {
    margin-inline: calc(-1 * ${token('space-3')});
  }
  .head > :first-child {
    margin: 0;
    font-size: ${token('font-size')};
  }
  @media (max-width: 30rem) {
    .card {
      padding-inline: ${token('space-4')};
    }
  }
`;
