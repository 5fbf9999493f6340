import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const loadProblemsStyles = css`
  .place {
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .problem-list {
    display: grid;
    gap: ${token('space-4')};
    overflow-wrap: anywhere;
  }
`;
