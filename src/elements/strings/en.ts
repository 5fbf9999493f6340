import { appEn } from './en/app.ts';
import { caseEn } from './en/case.ts';
import { controlEn } from './en/control.ts';
import { formEn } from './en/form.ts';
import { ownerEn } from './en/owner.ts';
import type { Strings } from './strings.ts';

/** English: what every element falls back to. */
export const en: Strings = {
  code: 'en',
  name: 'English',
  dir: 'ltr',
  app: appEn,
  form: formEn,
  control: controlEn,
  case: caseEn,
  owner: ownerEn,
};
