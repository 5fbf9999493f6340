import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseSubmittedStyles = css`
  .page > .outcome {
    max-inline-size: 44rem;
  }
  .outcome .message {
    padding: ${token('space-5')};
  }
  .outcome .message > .icon {
    inline-size: 2rem;
    block-size: 2rem;
  }
  .owner {
    display: flex;
    gap: ${token('space-2')};
  }
  .owner .icon {
    margin-block-start: 0.125em;
  }
`;
