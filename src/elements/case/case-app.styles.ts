import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseAppStyles = css`
  /* In the bar there is room for a line of text, not for a question of a form. */
  xf-languages {
    --xf-control-height: 2rem;
    --xf-space-2: 0.25rem;
    --xf-font-size: var(--xf-font-size-small, 0.875rem);
  }
  .from-files {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
`;
