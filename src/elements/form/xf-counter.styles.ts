import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The box between its two buttons. */
export const counterStyles = css`
  .counter {
    display: flex;
    gap: ${token('space-2')};
  }
  .counter .control {
    max-inline-size: 8rem;
    text-align: center;
  }
  .counter .button {
    flex: none;
    inline-size: ${token('control-height')};
    padding: 0;
  }
`;
