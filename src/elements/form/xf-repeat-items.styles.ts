import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A line an item: its name, and what can be done with it. */
export const repeatItemsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    row-gap: ${token('space-4')};
  }
  h3,
  p {
    margin: 0;
  }
  h3 {
    font-size: ${token('font-size-large')};
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-1')} ${token('space-4')};
    padding-block: ${token('space-2')};
    border-block-end: 1px solid ${token('color-line')};
  }
  .name {
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .add {
    justify-self: start;
  }
`;
