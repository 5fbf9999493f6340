import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../../scripts/find-browser.js';

/** Starts a headless Chromium; close it with `browser.close()`. Throws with the remedy when there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureBrowser(), args: browserArguments });
}

/** How a page is looked at: what a person has chosen on their device. */
export type PageVariant = 'light' | 'dark' | 'narrow' | 'rtl';

/** All variants, in the order in which screenshots are taken. */
export const pageVariants: readonly PageVariant[] = ['light', 'dark', 'narrow', 'rtl'];

const wide = { width: 1280, height: 800 };

const variantOptions: Readonly<Record<PageVariant, BrowserContextOptions>> = {
  light: { viewport: wide, colorScheme: 'light' },
  dark: { viewport: wide, colorScheme: 'dark' },
  // 320 CSS pixels: WCAG 2.2, 1.4.10 Reflow.
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: 'light', hasTouch: true },
  rtl: { viewport: wide, colorScheme: 'light' },
};

/** A page in a context (cookies, storage) of its own, and what went wrong on it so far. */
export interface OpenedPage {
  readonly page: Page;
  /** Uncaught errors and the console's errors, Content-Security-Policy violations among them; grows. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens an empty page as the variant has it. Animations are reduced, so that a screenshot shows the end state. */
export async function openPage(
  browser: Browser,
  variant: PageVariant = 'light',
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    ...variantOptions[variant],
    ...options,
  });
  if (variant === 'rtl') await context.addInitScript(writeRightToLeft);
  const page = await context.newPage();
  return { page, problems: collectProblems(page), close: () => context.close() };
}

// Runs in the page, before its own scripts, when there may be no root element yet. The page sets its direction by its language, which
// stays one that the steps can read.
function writeRightToLeft(): void {
  const set = () => {
    const root = document.documentElement;
    if (root !== null && root.dir !== 'rtl') root.dir = 'rtl';
  };
  set();
  const changes = { attributes: true, attributeFilter: ['dir'], childList: true, subtree: true };
  new MutationObserver(set).observe(document, changes);
}

function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !asksToSignIn(message.text()))
      problems.push(`console: ${message.text()}`);
  });
  return problems;
}

// Chromium writes an error for every 401; it is how the server says that nobody has signed in yet.
function asksToSignIn(text: string): boolean {
  return /^Failed to load resource:.*\b401\b/.test(text);
}
