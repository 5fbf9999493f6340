import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const adminProjectStyles = css`
  :host {
    display: block;
  }
  nav,
  .message {
    margin-block-end: ${token('space-5')};
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-1')};
    border-block-end: 1px solid ${token('color-line')};
  }
  nav a {
    padding: ${token('space-2')} ${token('space-3')};
    color: ${token('color-accent')};
    text-decoration: none;
  }
  nav a:hover {
    text-decoration: underline;
  }
  nav a[aria-current] {
    border-block-end: 3px solid ${token('color-accent')};
    color: ${token('color-text')};
    font-weight: 600;
  }
`;
