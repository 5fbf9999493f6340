import type { Page } from 'playwright-core';

/** One thing to look at: how to get there from the step before, in the same page. */
export interface ScreenshotStep {
  /** Names the file: `NAME-light.png`. */
  readonly name: string;
  /** Address to open first, relative to the server; none stays where the step before ended. */
  readonly path?: string;
  /** What a person does there. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The steps that `npm run screenshots` goes through, in order, once in each variant. */
export const screenshotSteps: readonly ScreenshotStep[] = [{ name: 'start', path: '/' }];
