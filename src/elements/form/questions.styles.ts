import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/**
 * `.questions`: blocks of questions, one column with room between the questions, twelve columns for those that share a row. What changes in
 * one block lays out no other.
 */
export const questionsStyles = css`
  .questions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-5')};
    container-type: inline-size;
  }
  .block {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: ${token('space-5')} ${token('space-3')};
    contain: layout style;
  }
  /* An open list lies over the blocks that follow. */
  .block:focus-within {
    z-index: 1;
  }
  .block:empty {
    display: none;
  }
  .block > * {
    grid-column: 1 / -1;
  }
  .block:not(:first-child) > .section:first-child,
  .block > .section:not(:first-child),
  .block > .section + * {
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
