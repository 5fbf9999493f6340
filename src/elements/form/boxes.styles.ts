import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Boxes that answer one question together, beside each other where there is room. */
export const boxesStyles = css`
  fieldset > .field {
    gap: ${token('space-2')};
    margin-block-start: ${token('space-1')};
  }
  .boxes {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-2')} ${token('space-4')};
  }
  .box {
    display: grid;
    gap: ${token('space-1')};
  }
  .actions {
    align-items: center;
  }
`;
