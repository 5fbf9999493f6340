import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const adminProjectStyles = css`
  .item {
    text-decoration: none;
  }
  nav,
  .message {
    margin-block-end: ${token('space-5')};
  }
  @media (min-width: 64rem) {
    :host {
      display: grid;
      grid-template-columns: 12rem minmax(0, 1fr);
      align-items: start;
      gap: ${token('space-5')};
    }
    nav {
      position: sticky;
      inset-block-start: 0;
    }
  }
`;
