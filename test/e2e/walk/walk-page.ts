import type { Browser, Page } from 'playwright-core';
import { openPage } from '../../support/launch-browser.ts';
import type { Archive } from './find-archives.ts';
import { openFiles } from './open-files.ts';
import type { PlaceText, Walk } from './walk-app.ts';
import { walkApp } from './walk-app.ts';

/** A walk, and what it brought to the browser's console. */
export interface PageWalk extends Walk {
  /** With the place in the app where it came. */
  readonly console: readonly PlaceText[];
}

/**
 * Goes to the web app in a browser profile of its own, lets `open` lead to the first menu of an app, and walks through all
 * of it.
 */
export async function walkPage(
  browser: Browser,
  url: string,
  open: (page: Page) => Promise<void>,
): Promise<PageWalk> {
  const { page, problems, close } = await openPage(browser);
  try {
    await page.goto(url);
    await open(page);
    const console: PlaceText[] = [];
    const walk = await walkApp(page, (place) => {
      for (const text of problems.slice(console.length)) console.push({ place, text });
    });
    return { ...walk, console };
  } finally {
    await close();
  }
}

/** Opens an app as a person does who gives its files. */
export async function openArchive(page: Page, { name, bytes, restore }: Archive): Promise<void> {
  await openFiles(page, { name: `${name.replace(/\.ccz$/, '')}.ccz`, bytes }, restore);
}
