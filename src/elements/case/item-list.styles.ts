import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A list of forms: what it is, about whom, since when, and what can be done, on one line where there is room. */
export const itemListStyles = css`
  .items {
    max-inline-size: 60rem;
    border-block-start: 1px solid ${token('color-line')};
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${token('space-2')} ${token('space-5')};
    padding-block: ${token('space-3')};
    border-block-end: 1px solid ${token('color-line')};
  }
  .what {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  .what > .message {
    margin-block-start: ${token('space-2')};
  }
  .name {
    font-weight: 600;
  }
  .reason {
    display: flex;
    gap: ${token('space-2')};
    margin-block-start: ${token('space-1')};
    color: ${token('color-danger')};
  }
  .reason .icon {
    margin-block-start: 0.125em;
  }
`;
