import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** What all questions share beyond the field itself: notes, help, media, and how narrow kinds of answers keep narrow boxes. */
export const controlStyles = css`
  :host {
    scroll-margin-block: calc(${token('bar-height')} + ${token('space-5')});
  }
  .field > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .field > .hint {
    margin-block-start: calc(-1 * ${token('space-1')});
  }
  .field > .hint + .control,
  .field > .hint + * {
    margin-block-start: ${token('space-1')};
  }
  .label.rich-text > * + * {
    font-weight: 400;
  }
  .note-text .required {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  .note:focus {
    outline: none;
  }
  .note-text {
    max-inline-size: ${token('measure')};
  }
  .fault {
    padding-inline-start: ${token('space-3')};
    border-inline-start: 3px solid ${token('color-danger')};
  }
  .value {
    min-block-size: 1.5em;
    white-space: pre-wrap;
  }
  img[part='image'] {
    display: block;
    max-inline-size: min(100%, 24rem);
    max-block-size: 18rem;
    border-radius: ${token('radius')};
  }
  audio,
  video {
    max-inline-size: 100%;
  }
`;
