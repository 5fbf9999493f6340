import { appAm } from './am/app.ts';
import { caseAm } from './am/case.ts';
import { controlAm } from './am/control.ts';
import { formAm } from './am/form.ts';
import { ownerAm } from './am/owner.ts';
import type { Strings } from './strings.ts';

/** Amharic. */
export const am: Strings = {
  code: 'am',
  name: 'አማርኛ',
  dir: 'ltr',
  app: appAm,
  form: formAm,
  control: controlAm,
  case: caseAm,
  owner: ownerAm,
};
