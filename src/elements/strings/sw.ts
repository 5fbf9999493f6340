import { appSw } from './sw/app.ts';
import { caseSw } from './sw/case.ts';
import { controlSw } from './sw/control.ts';
import { formSw } from './sw/form.ts';
import { ownerSw } from './sw/owner.ts';
import type { Strings } from './strings.ts';

/** Swahili. */
export const sw: Strings = {
  code: 'sw',
  name: 'Kiswahili',
  dir: 'ltr',
  app: appSw,
  form: formSw,
  control: controlSw,
  case: caseSw,
  owner: ownerSw,
};
