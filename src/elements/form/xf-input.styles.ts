import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** The box is as wide as the answer is likely to be: a person sees what is asked for. */
export const inputStyles = css`
  .control.number,
  .control.time {
    max-inline-size: 12rem;
    font-variant-numeric: tabular-nums;
  }
  .control.date {
    max-inline-size: 14rem;
  }
  .control.dateTime {
    max-inline-size: 18rem;
  }
  textarea.control {
    field-sizing: content;
    min-block-size: calc(3lh + 2 * ${token('space-2')});
    max-block-size: 24lh;
    resize: vertical;
  }
  /* Numbers and dates are written from left to right in every language. */
  .control.number,
  .control.number::placeholder {
    direction: ltr;
    text-align: start;
  }
  :host(:dir(rtl)) .control.number {
    text-align: end;
  }
  .control::-webkit-calendar-picker-indicator {
    padding: ${token('space-1')};
    cursor: pointer;
  }
`;
