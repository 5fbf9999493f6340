import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Choices: whole lines to click on, in one column, in columns, with images in a grid, or as rows of a table of questions. */
export const choicesStyles = css`
  :host {
    container-type: inline-size;
  }
  fieldset > .field {
    margin-block-start: ${token('space-1')};
  }
  .field > .choices {
    inline-size: 100%;
  }
  .choices {
    display: grid;
    gap: ${token('space-1')};
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: ${token('space-3')};
    min-block-size: ${token('control-height')};
    padding-block: calc((${token('control-height')} - 1lh) / 2 - 1px);
    padding-inline: ${token('space-3')};
    border: 1px solid transparent;
    border-radius: ${token('radius')};
    cursor: pointer;
  }
  .choice:hover {
    background: ${token('color-surface-muted')};
  }
  .choice:has(:checked) {
    border-color: ${token('color-accent')};
    background: ${token('color-accent-soft')};
  }
  .choice:has(:focus-visible) {
    outline: 2px solid ${token('color-focus-ring')};
    outline-offset: 2px;
  }
  .choice:has(:disabled) {
    color: ${token('color-text-muted')};
    cursor: default;
  }
  .choice input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    font: inherit;
    margin-block-start: calc((1lh - 1.25rem) / 2);
    accent-color: ${token('color-accent')};
    cursor: inherit;
  }
  .choice input:focus-visible {
    outline: none;
  }
  .choice-label {
    display: grid;
    gap: ${token('space-2')};
    min-inline-size: 0;
  }
  .choices.grid {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr));
    gap: ${token('space-3')};
  }
  .choices.grid .choice {
    border-color: ${token('color-line')};
  }
  .choices.grid .choice:has(:checked) {
    border-color: ${token('color-accent')};
  }
  .choices.columns {
    grid-template-columns: repeat(var(--choice-columns, 2), minmax(0, 1fr));
  }
  :host(:state(invalid)) .choices:not(.head) {
    border-inline-start: 3px solid ${token('color-danger')};
    padding-inline-start: ${token('space-2')};
  }
  .clear {
    margin-block-start: ${token('space-1')};
    font-size: ${token('font-size-small')};
  }

  /* A table of questions: the question at the start, its choices in columns under the head's labels. */
  .question.row > fieldset,
  .question.head {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: ${token('space-3')};
    align-items: center;
  }
  .question.row legend {
    float: inline-start;
    font-weight: 400;
  }
  .question.row > fieldset {
    border-block-end: 1px solid ${token('color-line')};
  }
  .question.row > fieldset > .field {
    margin: 0;
  }
  .choices.row,
  .choices.head {
    grid-template-columns: repeat(var(--choice-columns, 2), minmax(0, 1fr));
    text-align: center;
  }
  .choices.head {
    align-items: end;
    font-size: ${token('font-size-small')};
    font-weight: 600;
  }
  .choices.row .choice {
    justify-content: center;
    padding-inline: ${token('space-1')};
  }
  .choices.row .choice-words {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (max-inline-size: 34rem) {
    .question.row > fieldset,
    .question.head {
      display: block;
    }
    .question.row > fieldset {
      padding-block-end: ${token('space-3')};
    }
    .question.row legend {
      float: none;
      font-weight: 600;
    }
    .choices.head {
      display: none;
    }
    .choices.row,
    .choices.columns {
      grid-template-columns: minmax(0, 1fr);
      text-align: start;
    }
    .choices.row .choice {
      justify-content: start;
      padding-inline: ${token('space-3')};
    }
    .choices.row .choice-words {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      border-color: Highlight;
    }
  }
`;
