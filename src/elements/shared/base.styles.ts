import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** First in every element's `static styles`: box model, type, links, the focus ring, `.visually-hidden`, no motion where unwanted. */
export const baseStyles = css`
  :host {
    display: block;
    color: ${token('color-text')};
    font-family: ${token('font-family')};
    font-size: ${token('font-size')};
    line-height: ${token('line-height')};
    overflow-wrap: break-word;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3,
  h4 {
    line-height: ${token('line-height-tight')};
    font-weight: 600;
    text-wrap: balance;
  }
  h1 {
    font-size: ${token('font-size-title')};
  }
  h2 {
    font-size: ${token('font-size-large')};
  }
  h3,
  h4 {
    font-size: ${token('font-size')};
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
  }
  ul.plain,
  ol.plain {
    list-style: none;
  }
  a {
    color: ${token('color-accent')};
    text-underline-offset: 0.15em;
  }
  a:hover {
    color: ${token('color-accent-strong')};
    text-decoration-thickness: 2px;
  }
  /* A name is written in its own direction, and still stands where the page begins its lines. */
  [dir='auto']:not(input, textarea) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .muted {
    color: ${token('color-text-muted')};
  }
  .small {
    font-size: ${token('font-size-small')};
  }
  :focus-visible {
    outline: 2px solid ${token('color-focus-ring')};
    outline-offset: 2px;
    /* Keeps what has the focus clear of a sticky bar. */
    scroll-margin-block: calc(${token('bar-height')} + ${token('space-4')});
  }
  /* A heading takes the focus so that it is read out; it is no control and shows no ring. */
  h1[tabindex='-1']:focus,
  h2[tabindex='-1']:focus,
  main:focus {
    outline: none;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.25em;
  }
  :host(:dir(rtl)) .icon.directional {
    transform: scaleX(-1);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
