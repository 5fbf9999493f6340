import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseSignInStyles = css`
  :host {
    max-inline-size: 26rem;
  }
  .password {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-2')};
    inline-size: 100%;
  }
  .password .control {
    flex: 1 1 12rem;
    inline-size: auto;
    min-inline-size: 8rem;
  }
  button[type='submit'] {
    min-inline-size: 10rem;
  }
`;
