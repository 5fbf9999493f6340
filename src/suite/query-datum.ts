import type { Display, SuiteText } from './suite-text.ts';

/** Answers of prompts by key; several values of one are joined (see `query-values.ts`). */
export type QueryAnswers = Readonly<Record<string, string>>;

/** A question to a search server; its answer is the instance `id`. */
export interface QueryDatum {
  readonly kind: 'query';
  readonly id: string;
  readonly url: string;
  /** Unknown properties of results read as blank instead of being an error. */
  readonly caseTemplate: boolean;
  /** Asks at once, with the default answers. */
  readonly defaultSearch: boolean;
  /** Asks at once, too; the prompts stay beside the results, and each other answer asks anew. */
  readonly dynamicSearch: boolean;
  /** Searches again when the person clears the answers. */
  readonly searchOnClear: boolean;
  readonly title: SuiteText | undefined;
  readonly description: SuiteText | undefined;
  readonly data: readonly QueryData[];
  readonly prompts: readonly QueryPrompt[];
}

/** A parameter that the user does not see. With `nodeset` it is sent once for each node, `ref` being relative to it. */
export interface QueryData {
  readonly key: string;
  readonly ref: string;
  readonly nodeset: string | undefined;
  readonly exclude: string | undefined;
}

/** A parameter that the user may fill in. */
export interface QueryPrompt {
  readonly key: string;
  /** `select1`, `select`, `checkbox`, `date`, `daterange`, `address`; `''` is plain text. */
  readonly input: string;
  readonly display: Display;
  readonly receive: string | undefined;
  /** Expression of the first answer. */
  readonly defaultValue: string | undefined;
  readonly hidden: boolean;
  /** The person may also look for what has no value here. */
  readonly allowsBlank: boolean;
  readonly exclude: string | undefined;
  readonly required: string | undefined;
  readonly requiredText: SuiteText | undefined;
  /** What stands above the prompts that belong together. */
  readonly group: SuiteText | undefined;
  readonly validations: readonly { readonly test: string; readonly text: SuiteText | undefined }[];
  readonly itemset: QueryItemset | undefined;
}

export interface QueryItemset {
  readonly nodeset: string;
  readonly label: string;
  readonly value: string;
  readonly sort: string | undefined;
}
