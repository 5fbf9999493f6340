import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseLoadingStyles = css`
  progress {
    inline-size: min(100%, 30rem);
    block-size: ${token('space-2')};
    accent-color: ${token('color-accent')};
  }
`;
