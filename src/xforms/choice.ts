import type { FormText } from './definition/text-definition.ts';

/** One choice of a select. The label is the value itself where the form gives none. */
export interface Choice {
  readonly value: string;
  readonly label: FormText;
}
