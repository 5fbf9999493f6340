import { unsafeCSS, type CSSResult } from 'lit';

/**
 * Every design token without its `--xf-` prefix, and its value. A colour is a pair of `light-dark()`, so that elements follow the
 * `color-scheme` of the page they stand on even when no theme was adopted. Sizes are rem: they grow with the reader's own text size.
 */
export const tokens = {
  'color-surface': 'light-dark(oklch(98.6% 0.003 95), oklch(20% 0.009 230))',
  'color-surface-raised': 'light-dark(oklch(100% 0 0), oklch(23.5% 0.01 230))',
  'color-surface-muted': 'light-dark(oklch(96% 0.005 95), oklch(27.5% 0.011 230))',
  'color-text': 'light-dark(oklch(24% 0.012 230), oklch(93% 0.006 95))',
  'color-text-muted': 'light-dark(oklch(46% 0.014 230), oklch(75% 0.01 95))',
  'color-line': 'light-dark(oklch(89% 0.006 95), oklch(35% 0.011 230))',
  'color-edge': 'light-dark(oklch(57% 0.014 230), oklch(62% 0.012 230))',
  'color-accent': 'light-dark(oklch(48% 0.09 200), oklch(76% 0.09 195))',
  'color-accent-strong': 'light-dark(oklch(41% 0.08 202), oklch(83% 0.08 195))',
  'color-accent-soft': 'light-dark(oklch(95.5% 0.02 200), oklch(30% 0.035 205))',
  'color-on-accent': 'light-dark(oklch(100% 0 0), oklch(20% 0.02 210))',
  'color-danger': 'light-dark(oklch(49% 0.18 27), oklch(77% 0.12 24))',
  'color-danger-soft': 'light-dark(oklch(97% 0.014 25), oklch(28% 0.04 22))',
  'color-waiting': 'light-dark(oklch(48% 0.1 68), oklch(82% 0.11 82))',
  'color-waiting-soft': 'light-dark(oklch(97.2% 0.025 88), oklch(29% 0.035 75))',
  'color-sent': 'light-dark(oklch(45% 0.1 152), oklch(79% 0.12 152))',
  'color-sent-soft': 'light-dark(oklch(97% 0.022 152), oklch(28% 0.035 155))',
  'color-focus-ring': 'light-dark(oklch(45% 0.12 220), oklch(84% 0.1 205))',
  'color-backdrop': 'light-dark(oklch(24% 0.012 230 / 45%), oklch(10% 0.01 230 / 65%))',
  'space-1': '0.25rem',
  'space-2': '0.5rem',
  'space-3': '0.75rem',
  'space-4': '1rem',
  'space-5': '1.5rem',
  'space-6': '3rem',
  'font-family':
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Arabic', 'Noto Sans Ethiopic', 'Nirmala UI', 'Nyala', sans-serif",
  'font-family-code': "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  'font-size-small': '0.875rem',
  'font-size': '1rem',
  'font-size-large': '1.25rem',
  'font-size-title': '1.75rem',
  'line-height': '1.5',
  'line-height-tight': '1.25',
  radius: '0.25rem',
  'radius-large': '0.5rem',
  'control-height': '2.75rem',
  'bar-height': '3rem',
  measure: '68ch',
  'page-width': '80rem',
  fade: '120ms',
} as const;

/** The name of a token, without `--xf-`. */
export type TokenName = keyof typeof tokens;

/** `var(--xf-NAME, DEFAULT)` for use in a `css` template: the page's value, or ours where the page says nothing. */
export function token(name: TokenName): CSSResult {
  return unsafeCSS(`var(--xf-${name}, ${tokens[name]})`);
}
