import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A small word below the label; the dialog reads like a page. */
export const helpStyles = css`
  .link-button {
    font-size: ${token('font-size-small')};
    min-block-size: 1.5rem;
  }
  .link-button span {
    margin-inline-start: ${token('space-1')};
  }
  img[part='image'],
  video {
    display: block;
    max-inline-size: 100%;
    border-radius: ${token('radius')};
  }
  audio {
    max-inline-size: 100%;
  }
`;
