import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A heading and space; a hairline above the sections of the top level. */
export const groupStyles = css`
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-4')};
  }
  .group.top {
    padding-block-start: ${token('space-5')};
    border-block-start: 1px solid ${token('color-line')};
  }
  :host(:first-child) .group.top {
    padding-block-start: 0;
    border-block-start: 0;
  }
  h5,
  h6 {
    margin: 0;
    font-size: ${token('font-size')};
  }
  #heading:focus {
    outline: none;
  }
  .fold {
    display: flex;
    align-items: center;
    gap: ${token('space-2')};
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    padding: 0;
    border: 0;
    border-radius: ${token('radius')};
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .fold:hover {
    color: ${token('color-accent-strong')};
  }
  .fold[aria-expanded='true'] .icon {
    transform: rotate(90deg);
  }
`;
