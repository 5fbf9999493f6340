import { appHi } from './hi/app.ts';
import { caseHi } from './hi/case.ts';
import { controlHi } from './hi/control.ts';
import { formHi } from './hi/form.ts';
import { ownerHi } from './hi/owner.ts';
import type { Strings } from './strings.ts';

/** Hindi. */
export const hi: Strings = {
  code: 'hi',
  name: 'हिन्दी',
  dir: 'ltr',
  app: appHi,
  form: formHi,
  control: controlHi,
  case: caseHi,
  owner: ownerHi,
};
