import { css } from 'lit';
import { fieldStyles } from '../shared/field.styles.ts';
import { token } from '../theme/tokens.ts';
import { inputStyles } from './xf-input.styles.ts';

/**
 * Questions at rest look as their elements do (`fieldStyles`, `controlStyles`, `choicesStyles`). They are laid out as plain blocks: a grid
 * or a flexible box costs much more, thousands of times.
 */
export const restingStyles = [
  fieldStyles,
  inputStyles,
  css`
    .resting > .note-text {
      max-inline-size: ${token('measure')};
    }
    .resting > .value {
      min-block-size: 1.5em;
      margin-block-start: ${token('space-1')};
      white-space: pre-wrap;
    }
    .resting > .control {
      display: block;
      margin-block-start: ${token('space-1')};
    }
    .resting > [role='textbox'] {
      padding-block: calc((${token('control-height')} - 1lh) / 2 - 1px);
      overflow: clip;
      white-space: pre;
      cursor: text;
    }
    .resting > [aria-multiline] {
      min-block-size: calc(3lh + 2 * ${token('space-2')});
      max-block-size: 24lh;
      padding-block: ${token('space-2')};
      white-space: pre-wrap;
    }
    /* On paper nobody can go on reading in the box. */
    @media print {
      .resting > [role='textbox'] {
        max-block-size: none;
        overflow: visible;
        white-space: pre-wrap;
      }
    }
    .resting > .hint + .control {
      margin-block-start: ${token('space-2')};
    }
    .resting > .choices {
      display: block;
      margin-block-start: ${token('space-1')};
    }
    .resting > .hint + .choices {
      margin-block-start: ${token('space-2')};
    }
    .resting.invalid > .choices {
      border-inline-start: 3px solid ${token('color-danger')};
      padding-inline-start: ${token('space-2')};
    }
    .resting .choice {
      display: block;
      min-block-size: ${token('control-height')};
      padding-block: calc((${token('control-height')} - 1lh) / 2 - 1px);
      padding-inline: calc(1.25rem + 2 * ${token('space-3')}) ${token('space-3')};
      border: 1px solid transparent;
      border-radius: ${token('radius')};
    }
    .resting .choice + .choice {
      margin-block-start: ${token('space-1')};
    }
    .resting .choice[aria-checked='true'],
    .resting .choice:has(:checked) {
      border-color: ${token('color-accent')};
      background-color: ${token('color-accent-soft')};
    }
    .resting .choice > input {
      float: inline-start;
      inline-size: 1.25rem;
      block-size: 1.25rem;
      margin-block: calc((1lh - 1.25rem) / 2);
      margin-inline: calc(-1.25rem - ${token('space-3')}) 0;
      accent-color: ${token('color-accent')};
      font: inherit;
    }
    .resting .painted {
      --side: ${token('space-3')};
      --dot: transparent;
      --edge: light-dark(#767676, #858585);
      background-image: radial-gradient(
        circle closest-side,
        var(--dot) 48%,
        light-dark(#fff, #3b3b3b) 52% 88%,
        var(--edge) 92% 98%,
        transparent
      );
      background-repeat: no-repeat;
      background-size: 1.25rem 1.25rem;
      background-position: var(--side) calc((${token('control-height')} - 1.25rem) / 2 - 1px);
    }
    .resting .painted:dir(rtl) {
      background-position-x: calc(100% - var(--side));
    }
    .resting .painted[aria-checked='true'] {
      --dot: ${token('color-accent')};
      --edge: ${token('color-accent')};
    }
    .resting > .clear {
      inline-size: fit-content;
      margin-block-start: ${token('space-2')};
      color: ${token('color-accent')};
      font-size: ${token('font-size-small')};
      text-decoration: underline;
      text-underline-offset: 0.15em;
    }
    .resting > .field-error {
      margin-block-start: ${token('space-1')};
    }
    @media (forced-colors: active) {
      /* Else the painted circle would go with its colours. */
      .resting .painted {
        --edge: CanvasText;
        forced-color-adjust: none;
        border-color: Canvas;
        background-color: Canvas;
        color: CanvasText;
      }
      .resting .painted[aria-checked='true'] {
        --dot: Highlight;
        --edge: Highlight;
        border-color: Highlight;
        background-color: Canvas;
      }
    }
  `,
];
