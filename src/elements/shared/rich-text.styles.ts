import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** For what `renderRichText` makes, anywhere inside `.rich-text`. */
export const richTextStyles = css`
  .rich-text > * + * {
    margin-block-start: ${token('space-2')};
  }
  .rich-text ul,
  .rich-text ol {
    padding-inline-start: 1.5em;
  }
  .rich-text .heading {
    font-weight: 600;
    line-height: ${token('line-height-tight')};
  }
  .rich-text .level-1,
  .rich-text .level-2 {
    font-size: ${token('font-size-large')};
  }
  .rich-text code {
    padding-inline: 0.25em;
    border-radius: ${token('radius')};
    background: ${token('color-surface-muted')};
    font-family: ${token('font-family-code')};
    font-size: 0.9em;
  }
  .rich-text pre {
    margin: 0;
    padding: ${token('space-3')};
    overflow-x: auto;
    background: ${token('color-surface-muted')};
  }
  .rich-text table {
    display: block;
    max-inline-size: 100%;
    overflow-x: auto;
    border-collapse: collapse;
  }
  .rich-text th,
  .rich-text td {
    padding: ${token('space-1')} ${token('space-3')};
    border-block-end: 1px solid ${token('color-line')};
    text-align: start;
    vertical-align: top;
  }
  .rich-text hr {
    border: 0;
    border-block-start: 1px solid ${token('color-line')};
  }
`;
