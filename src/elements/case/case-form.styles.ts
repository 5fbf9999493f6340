import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** What stands around a form. */
export const caseFormStyles = css`
  .notices {
    max-inline-size: ${token('measure')};
  }
  .notices > * {
    margin-block-end: ${token('space-4')};
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
  .mode {
    display: inline-flex;
    align-items: center;
    gap: ${token('space-2')};
    min-block-size: 2rem;
    cursor: pointer;
  }
  .mode input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: ${token('color-accent')};
  }
  code {
    font-family: ${token('font-family-code')};
  }
`;
