import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The list scrolls in the dialog, so that its buttons stay in sight however many people are hit. */
export const adminImpactStyles = css`
  ul {
    display: grid;
    gap: ${token('space-3')};
    max-block-size: 50vh;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .blocked {
    color: ${token('color-danger')};
    font-weight: 600;
  }
  .unblocked {
    color: ${token('color-sent')};
    font-weight: 600;
  }
`;
