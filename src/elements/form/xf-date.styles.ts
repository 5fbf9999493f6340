import { css } from 'lit';

/** A box is as wide as what it takes. */
export const dateStyles = css`
  .year {
    inline-size: 5rem;
  }
  .day {
    inline-size: 3.75rem;
  }
  .month {
    inline-size: 8rem;
  }
`;
