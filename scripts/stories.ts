import { adminSteps } from './admin-steps.ts';
import { controlSteps } from './control-steps.ts';
import { doorSteps } from './door-steps.ts';
import { languageSteps } from './language-steps.ts';
import { ownerSteps } from './owner-steps.ts';
import { pageSteps } from './page-steps.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';
import { screenshotSteps } from './screenshot-steps.ts';
import { searchSteps } from './search-steps.ts';
import { wardSteps } from './ward-steps.ts';

/** All steps by the name of their story. Each story is gone through in a browser context of its own; its first step has a path. */
export const stories: Readonly<Record<string, readonly ScreenshotStep[]>> = {
  app: screenshotSteps,
  doors: doorSteps,
  pages: pageSteps,
  ward: wardSteps,
  search: searchSteps,
  owners: ownerSteps,
  admin: adminSteps,
  languages: languageSteps,
  controls: controlSteps,
};
