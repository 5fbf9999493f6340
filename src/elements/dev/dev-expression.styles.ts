import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const devExpressionStyles = css`
  .field,
  .combobox {
    inline-size: 100%;
  }
  .combobox {
    position: relative;
  }
  .options {
    position: absolute;
    inset-inline: 0;
    z-index: 1;
    max-block-size: 14rem;
    overflow-y: auto;
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .options li {
    padding: ${token('space-1')} ${token('space-3')};
    cursor: pointer;
  }
  .options li:hover,
  .options li[aria-selected='true'] {
    background: ${token('color-accent-soft')};
  }
  .options li[aria-selected='true'] {
    box-shadow: inset 2px 0 ${token('color-accent')};
  }
`;
