import { css } from 'lit';

/** A box is as wide as what it takes. */
export const dateStyles = css`
  .year {
    inline-size: 6rem;
  }
  .day {
    inline-size: 4.5rem;
  }
  .month {
    inline-size: auto;
    min-inline-size: 9rem;
  }
`;
