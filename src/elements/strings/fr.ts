import { appFr } from './fr/app.ts';
import { caseFr } from './fr/case.ts';
import { controlFr } from './fr/control.ts';
import { formFr } from './fr/form.ts';
import { ownerFr } from './fr/owner.ts';
import type { Strings } from './strings.ts';

/** French. */
export const fr: Strings = {
  code: 'fr',
  name: 'Français',
  dir: 'ltr',
  app: appFr,
  form: formFr,
  control: controlFr,
  case: caseFr,
  owner: ownerFr,
};
