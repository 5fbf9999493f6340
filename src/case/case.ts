export type CaseId = string;
/** The id of a user, a case sharing group or a location; `-` for a case that nobody owns on purpose. */
export type OwnerId = string;

/** Whose owner is nobody: an extension that its host carries along. */
export const UNOWNED: OwnerId = '-';

/**
 * `child` or `extension`. Any other word is kept as it came over the wire and counts as `child`: devices store it
 * without a look, so that refusing it here would refuse forms that work.
 */
export type CaseRelationship = 'child' | 'extension' | (string & {});

/**
 * A case as device and server hold it: plain data, immutable, fit for IndexedDB and JSON.
 * Dates are kept as the text that came over the wire (ISO 8601).
 */
export interface Case {
  readonly caseId: CaseId;
  readonly caseType: string;
  readonly caseName: string;
  readonly ownerId: OwnerId;
  readonly status: 'open' | 'closed';
  readonly dateOpened: string;
  readonly lastModified: string;
  /** Who sent the transaction that changed it last. */
  readonly userId: string;
  /** `''` when there is none; so are `category` and `state`. */
  readonly externalId: string;
  readonly category: string;
  readonly state: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly indices: readonly CaseIndex[];
  readonly attachments: readonly CaseAttachment[];
}

/** A directed edge from the case that carries it to a parent (`child`) or a host (`extension`). */
export interface CaseIndex {
  /** Unique in the case; `parent` by convention. */
  readonly name: string;
  readonly caseType: string;
  readonly target: CaseId;
  readonly relationship: CaseRelationship;
}

/** A file of the case. A block whose attachment has neither `src` nor `from` removes the one of that name. */
export interface CaseAttachment {
  readonly name: string;
  readonly src: string;
  readonly from: string;
}
