import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseErrorStyles = css`
  .page > .outcome {
    max-inline-size: 44rem;
  }
  h1 {
    font-size: ${token('font-size-large')};
  }
  details {
    inline-size: 100%;
  }
  pre {
    margin: 0;
    font-family: ${token('font-family-code')};
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
