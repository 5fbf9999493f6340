import type { CaseStep } from '../../case/case-history.ts';
import type { Case } from '../../case/case.ts';

/** What is looked for; `''` for any. */
export interface CaseQuery {
  readonly text: string;
  readonly type: string;
  readonly status: string;
  /** An owner's id, or `nobody` for cases that no device holds. */
  readonly owner: string;
}

export interface CaseListRow {
  readonly caseId: string;
  readonly caseName: string;
  readonly caseType: string;
  readonly ownerId: string;
  readonly closed: boolean;
  /** ISO 8601. */
  readonly lastModified: string;
}

export interface CasePage {
  readonly cases: readonly CaseListRow[];
  readonly hasMore: boolean;
  readonly types: readonly { readonly caseType: string; readonly count: number }[];
}

/** A form of a case's history. Times are ISO 8601. */
export interface CaseFormMention {
  readonly instanceId: string;
  readonly formName: string;
  /** `''` for the project itself. */
  readonly username: string;
  readonly receivedAt: string;
  readonly changedAt?: string;
}

export interface CaseDetails {
  readonly case: Case;
  readonly history: readonly CaseStep<CaseFormMention>[];
}

/** What a person's devices receive. */
export interface Holdings {
  readonly userData: Readonly<Record<string, string>>;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly caseCount: number;
  /** The first of them, by name. */
  readonly cases: readonly CaseListRow[];
  readonly tables: readonly { readonly code: string; readonly rows: number }[];
}
