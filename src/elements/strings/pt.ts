import { appPt } from './pt/app.ts';
import { casePt } from './pt/case.ts';
import { controlPt } from './pt/control.ts';
import { formPt } from './pt/form.ts';
import { ownerPt } from './pt/owner.ts';
import type { Strings } from './strings.ts';

/** Portuguese. */
export const pt: Strings = {
  code: 'pt',
  name: 'Português',
  dir: 'ltr',
  app: appPt,
  form: formPt,
  control: controlPt,
  case: casePt,
  owner: ownerPt,
};
