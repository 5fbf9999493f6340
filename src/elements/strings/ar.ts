import { appAr } from './ar/app.ts';
import { caseAr } from './ar/case.ts';
import { controlAr } from './ar/control.ts';
import { formAr } from './ar/form.ts';
import { ownerAr } from './ar/owner.ts';
import type { Strings } from './strings.ts';

/** Arabic. */
export const ar: Strings = {
  code: 'ar',
  name: 'العربية',
  dir: 'rtl',
  app: appAr,
  form: formAr,
  control: controlAr,
  case: caseAr,
  owner: ownerAr,
};
