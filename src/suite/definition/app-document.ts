import type { OwnerPolicy, OwnerReview } from '../../case/ownership/sharing-rules.ts';
import type { LocalizedText } from './json-reader.ts';

/** An `app.json` after it has been read and checked: what an author writes, with nothing left to doubt. */
export interface AppDocument {
  readonly id: string;
  readonly name: LocalizedText;
  readonly version: number;
  /** The first one is the default. */
  readonly languages: readonly string[];
  /** Cases belong to the user's group or location instead of the user. */
  readonly caseSharing: boolean;
  /** What happens when several groups or locations could own a case. */
  readonly ownerPolicy: OwnerPolicy;
  readonly ownerReview: OwnerReview;
  /** By case type: who owns new cases, where it is not as the app has it. */
  readonly caseOwners: ReadonlyMap<string, CaseOwnerRule>;
  readonly properties: Readonly<Record<string, string>>;
  readonly modules: readonly ModuleDocument[];
}

export const OWNER_POLICIES = ['strict', 'ask', 'primary'] as const satisfies OwnerPolicy[];
export const OWNER_REVIEWS = ['never', 'unseen', 'always'] as const satisfies OwnerReview[];

/**
 * Who owns new cases of a type. `shared`: a group or location of the user. `user`: the user. `unowned`: nobody, the host
 * carries the case. `parent`: whoever owns the case above. `location`: the user's location, or the one above it, at a level
 * of the organization. `expression`: what an XPath says.
 */
export type CaseOwnerRule =
  | { readonly kind: 'shared'; readonly policy: OwnerPolicy }
  | { readonly kind: 'user' }
  | { readonly kind: 'unowned' }
  | { readonly kind: 'parent' }
  | { readonly kind: 'location'; readonly level: string }
  | { readonly kind: 'expression'; readonly xpath: string };

/** A menu of forms about one type of case. */
export interface ModuleDocument {
  readonly place: string;
  readonly name: LocalizedText;
  readonly caseType: string;
  readonly relevant: string | undefined;
  readonly image: string | undefined;
  readonly caseList: DetailDocument | undefined;
  /** Pages of the long detail. */
  readonly caseDetail: readonly DetailDocument[];
  /** Predicates that narrow the list down, without brackets. */
  readonly filters: readonly string[];
  readonly emptyText: LocalizedText | undefined;
  /** Index of the module in which the parent is chosen before. */
  readonly parentModule: number | undefined;
  readonly forms: readonly FormDocument[];
}

export interface DetailDocument {
  readonly title: LocalizedText | undefined;
  readonly columns: readonly ColumnDocument[];
}

export interface ColumnDocument {
  readonly place: string;
  readonly header: LocalizedText;
  /** A case property, or an expression on the case. */
  readonly source: { readonly property: string } | { readonly xpath: string };
  readonly format: ColumnFormat;
  /** For the format `enum`: the text of each value. */
  readonly values: Readonly<Record<string, LocalizedText>>;
  readonly sort: SortDocument | undefined;
  readonly hidden: boolean;
}

export const COLUMN_FORMATS = ['text', 'date', 'enum', 'phone', 'markdown', 'image'] as const;
export type ColumnFormat = (typeof COLUMN_FORMATS)[number];

export const SORT_TYPES = ['string', 'int', 'double'] as const;
export const SORT_DIRECTIONS = ['ascending', 'descending'] as const;

export interface SortDocument {
  readonly type: (typeof SORT_TYPES)[number];
  readonly direction: (typeof SORT_DIRECTIONS)[number];
  readonly order: number;
  readonly blanksLast: boolean;
}

/** A form and what it does with cases, in the terms of CommCare's form settings. */
export interface FormDocument {
  readonly place: string;
  readonly name: LocalizedText;
  /** Path of the XForm beside `app.json`. */
  readonly xform: string;
  readonly relevant: string | undefined;
  readonly requires: 'none' | 'case';
  readonly openCase: OpenCase | undefined;
  /** Properties of other cases go by a path over indices, as `parent/phone`. */
  readonly updateCase: SavedProperties;
  readonly closeCase: CaseCondition | undefined;
  /** Property, or the path of one, by question. */
  readonly casePreload: Readonly<Record<string, string>>;
  /** What is saved to the user's own case. */
  readonly usercaseUpdate: SavedProperties;
  /** Property of the user's own case by question. */
  readonly usercasePreload: Readonly<Record<string, string>>;
  readonly subcases: readonly Subcase[];
  /** Where the person is after the form. */
  readonly afterwards: (typeof AFTERWARDS)[number];
}

/** What a form saves to a case: where each property comes from. */
export type SavedProperties = ReadonlyMap<string, SavedAnswer>;

export interface SavedAnswer {
  readonly question: string;
  /** `edit`: only an answer that differs from what the case has. */
  readonly mode: (typeof UPDATE_MODES)[number];
}

export const UPDATE_MODES = ['always', 'edit'] as const;

export const AFTERWARDS = ['home', 'module'] as const;

export interface OpenCase {
  readonly nameQuestion: string;
  readonly externalIdQuestion: string | undefined;
  readonly condition: CaseCondition;
}

export interface Subcase {
  readonly place: string;
  readonly caseType: string;
  readonly nameQuestion: string;
  readonly properties: SavedProperties;
  readonly condition: CaseCondition;
  readonly closeCondition: CaseCondition | undefined;
  /** Name of the index to the case of the form. */
  readonly referenceId: string;
  readonly relationship: 'child' | 'extension';
  /** The repeat of which every instance makes a case. */
  readonly repeatContext: string | undefined;
}

/** When an action happens; an action that never does is not there at all. */
export type CaseCondition =
  | { readonly kind: 'always' }
  | {
      readonly kind: 'if';
      readonly question: string;
      readonly operator: (typeof OPERATORS)[number];
      readonly answer: string;
    };

/** `=`: the answer is that; `selected`: it is among the answers; `boolean_true`: the question holds true. */
export const OPERATORS = ['=', 'selected', 'boolean_true'] as const;
