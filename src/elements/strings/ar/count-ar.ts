import { wording } from '../words.ts';

/** A noun as Arabic counts it: singular, dual, plural for 3 to 10, accusative singular from 11 on. */
export interface ArabicNoun {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
}

/** `نموذج واحد`, `نموذجان`, `3 نماذج`, `11 نموذجًا`. */
export function countAr(count: number, { one, two, few, many }: ArabicNoun): string {
  const shown = new Intl.NumberFormat('ar').format(count);
  const other = `${shown} ${one}`;
  const more = { few: `${shown} ${few}`, many: `${shown} ${many}`, other };
  return wording('ar', count, { zero: other, one: `${one} واحد`, two, ...more });
}

export const FORM_AR: ArabicNoun = { one: 'نموذج', two: 'نموذجان', few: 'نماذج', many: 'نموذجًا' };
