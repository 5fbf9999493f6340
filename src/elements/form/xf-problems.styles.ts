import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The question is the link, the reason stands below it. */
export const problemsStyles = css`
  .message {
    margin-block-end: ${token('space-5')};
  }
  h2 {
    font-size: ${token('font-size')};
  }
  ul {
    display: grid;
    gap: ${token('space-2')};
    padding: 0;
    list-style: none;
  }
  .link-button {
    font-weight: 600;
  }
  .why {
    display: block;
  }
`;
