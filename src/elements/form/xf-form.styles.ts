import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** One column; with room, the outline stands beside it and stays in sight. */
export const formStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, ${token('measure')});
    gap: ${token('space-4')};
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: ${token('space-3')} ${token('space-5')};
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-2')} ${token('space-4')};
  }
  /* No grid: what sticks to the foot of the window would not leave its row. */
  .body {
    display: flex;
    flex-direction: column;
    gap: ${token('space-6')};
    min-inline-size: 0;
  }
  xf-undo {
    align-self: start;
    margin-block-start: calc(-1 * ${token('space-6')});
  }
  xf-outline {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 1px solid ${token('color-line')};
    background: ${token('color-surface')};
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-3')} ${token('space-5')};
    padding-block-start: ${token('space-5')};
    border-block-start: 1px solid ${token('color-line')};
  }
  .form.wide {
    grid-template-columns: minmax(0, ${token('measure')}) minmax(13rem, 18rem);
    column-gap: ${token('space-6')};
  }
  .form.wide .top,
  .form.wide .body {
    grid-column: 1;
  }
  .form.wide xf-outline {
    grid-column: 2;
    grid-row: 1 / span 3;
    align-self: start;
    max-block-size: 100vh;
    overflow-y: auto;
    border: 0;
    background: none;
  }
`;
