import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** `.questions`: one column with room between the questions, twelve columns for those that share a row. */
export const questionsStyles = css`
  .questions {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: ${token('space-5')} ${token('space-3')};
    container-type: inline-size;
  }
  .questions > * {
    grid-column: 1 / -1;
  }
  .questions > .section:not(:first-child),
  .questions > .section + * {
    margin-block-start: ${token('space-5')};
  }
  @container (min-inline-size: 32rem) {
    .span-1 {
      grid-column: span 1;
    }
    .span-2 {
      grid-column: span 2;
    }
    .span-3 {
      grid-column: span 3;
    }
    .span-4 {
      grid-column: span 4;
    }
    .span-6 {
      grid-column: span 6;
    }
  }
`;
