import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** What stands around a form. */
export const caseFormStyles = css`
  .notices {
    display: grid;
    gap: ${token('space-3')};
    max-inline-size: ${token('measure')};
  }
  .notices:not(:empty) {
    margin-block-end: ${token('space-5')};
  }
  .heading {
    display: grid;
    gap: ${token('space-1')};
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-2')} ${token('space-4')};
  }
  .details {
    display: grid;
    gap: ${token('space-2')};
    padding-block-start: ${token('space-1')};
  }
  .details code {
    font-family: ${token('font-family-code')};
  }
`;
