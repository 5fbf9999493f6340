import { appEs } from './es/app.ts';
import { caseEs } from './es/case.ts';
import { controlEs } from './es/control.ts';
import { formEs } from './es/form.ts';
import { ownerEs } from './es/owner.ts';
import type { Strings } from './strings.ts';

/** Spanish. */
export const es: Strings = {
  code: 'es',
  name: 'Español',
  dir: 'ltr',
  app: appEs,
  form: formEs,
  control: controlEs,
  case: caseEs,
  owner: ownerEs,
};
