import { themeStyles } from './theme.styles.ts';

/** `system` follows the reader's own setting. */
export type ColorTheme = 'light' | 'dark' | 'system';

/** Gives a document the tokens and the page's ground, by a constructed sheet (allowed by `style-src 'self'`). Once is enough. */
export function adoptTheme(target: Document): void {
  const sheet = themeStyles.styleSheet;
  if (sheet === undefined || target.adoptedStyleSheets.includes(sheet)) return;
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
}

/** Chooses light or dark for a document, or leaves the choice to the system. */
export function setColorTheme(target: Document, theme: ColorTheme): void {
  if (theme === 'system') delete target.documentElement.dataset['theme'];
  else target.documentElement.dataset['theme'] = theme;
}
