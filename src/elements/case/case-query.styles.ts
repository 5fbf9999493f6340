import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseQueryStyles = css`
  .prompt {
    inline-size: min(100%, 28rem);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .beside h1 {
    font-size: ${token('font-size-large')};
    line-height: ${token('line-height-tight')};
  }
  .status {
    min-block-size: 1lh;
  }
  .group {
    margin-block-start: ${token('space-3')};
    font-size: ${token('font-size-large')};
    line-height: ${token('line-height-tight')};
  }
  .choices {
    display: grid;
    inline-size: 100%;
    max-block-size: 22rem;
    overflow-y: auto;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: ${token('space-3')};
    min-block-size: ${token('control-height')};
    padding-inline: ${token('space-2')};
    border-radius: ${token('radius')};
    cursor: pointer;
  }
  .choice:hover {
    background: ${token('color-surface-muted')};
  }
  .choice input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: ${token('color-accent')};
  }
  .range {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-3')};
    inline-size: 100%;
  }
  .range .field {
    flex: 1 1 10rem;
  }
  .part {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
`;
