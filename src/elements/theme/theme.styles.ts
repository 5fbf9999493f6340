import { css, unsafeCSS } from 'lit';
import { token, tokens } from './tokens.ts';

const declarations = unsafeCSS(
  Object.entries(tokens)
    .map(([name, value]) => `--xf-${name}: ${value};`)
    .join('\n'),
);

/**
 * What the document itself needs: the tokens, the colour scheme and the page's ground. All of it lies in `@layer caseload`, so any
 * rule of the page that embeds the elements wins. `data-theme="light"` or `"dark"` on the root overrides the system's choice.
 */
export const themeStyles = css`
  @layer caseload {
    :root {
      ${declarations}
      color-scheme: light dark;
    }
    :root[data-theme='light'] {
      color-scheme: light;
    }
    :root[data-theme='dark'] {
      color-scheme: dark;
    }
    body {
      margin: 0;
      background: ${token('color-surface')};
      color: ${token('color-text')};
      font: ${token('font-size')} / ${token('line-height')} ${token('font-family')};
    }
    @media print {
      :root,
      :root[data-theme='dark'] {
        color-scheme: light;
      }
    }
  }
`;
