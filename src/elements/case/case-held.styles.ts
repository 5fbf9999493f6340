import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseHeldStyles = css`
  .held {
    display: grid;
    gap: ${token('space-3')};
    max-inline-size: 44rem;
    margin-block-start: ${token('space-5')};
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-1')} ${token('space-5')};
  }
  .link-button {
    min-block-size: 1.5rem;
  }
`;
