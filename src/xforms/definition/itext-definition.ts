import type { TextPart } from './text-definition.ts';

/** Values of one text by form: `''` for plain text, `markdown`, `image`, `audio`, `video`, `short`, `long` … */
export type ItextValues = ReadonlyMap<string, readonly TextPart[]>;

/** All translations of a form: texts by id, by language. */
export interface ItextDefinition {
  /** In document order; empty when the form has no itext. */
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly translations: ReadonlyMap<string, ReadonlyMap<string, ItextValues>>;
}

/** Of a form without itext. */
export const NO_ITEXT: ItextDefinition = {
  languages: [],
  defaultLanguage: '',
  translations: new Map(),
};
