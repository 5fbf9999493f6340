import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseAppNotesStyles = css`
  .notes {
    display: grid;
    gap: ${token('space-3')};
    margin-block: ${token('space-3')};
  }
  summary {
    cursor: pointer;
  }
  details[open] summary {
    margin-block-end: ${token('space-3')};
  }
  .practice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-2')} ${token('space-3')};
  }
`;
