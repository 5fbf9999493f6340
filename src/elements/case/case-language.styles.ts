import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** An icon and a switch in one line; on a narrow screen the switch takes no more than it needs. */
export const caseLanguageStyles = css`
  .language {
    display: flex;
    align-items: center;
    gap: ${token('space-1')};
  }
  .control {
    inline-size: auto;
    max-inline-size: 9rem;
    border-color: transparent;
    background-color: transparent;
  }
`;
