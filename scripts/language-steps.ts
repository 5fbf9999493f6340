import { lookAround } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

const CODES = ['ar', 'am', 'hi', 'sw', 'es', 'pt', 'fr'];
const MATERNAL = 'Maternal health';

/** The interface in each of its languages, on a page with many of its words; the app stays in its own. */
export const languageSteps: readonly ScreenshotStep[] = [
  {
    name: 'owner-none-en',
    path: '/',
    act: lookAround('nurse', MATERNAL, 'New pregnancy', 'Register a pregnancy'),
  },
  ...CODES.map((code) => ({ name: `owner-none-${code}`, act: choose(code) })),
  { name: 'owner-none-automatic', act: choose('') },
  {
    name: 'form-en',
    path: '/',
    act: lookAround('david', MATERNAL, 'New pregnancy', 'Register a pregnancy'),
  },
  ...['ar', 'am'].map((code) => ({ name: `form-${code}`, act: choose(code) })),
  { name: 'form-automatic', act: choose('') },
];

function choose(code: string): NonNullable<ScreenshotStep['act']> {
  return async (page) => {
    await page.locator('case-language select').selectOption(code);
    await page.locator(`html[interface-language="${code || 'en'}"]`).waitFor();
    // The words are fetched.
    await page.waitForLoadState('networkidle');
  };
}
