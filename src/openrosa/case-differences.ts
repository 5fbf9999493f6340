import type { Case, CaseId, OwnerId } from '../case/case.ts';

/** A case and the number of the form that changed it last. */
export interface NumberedCase {
  readonly caseId: CaseId;
  readonly sequence: number;
}

/** What a client holds by its token. Cases that its user changed since then may be on it too. */
export interface HeldCases {
  readonly caseIds: Iterable<CaseId>;
  /** Changes up to this form are known to it. */
  readonly sequence: number;
}

export interface CaseDifferences {
  /** Cases to send, in the order of `cases`. */
  readonly changed: readonly CaseId[];
  /** Cases that it may hold and must not keep. */
  readonly removals: readonly CaseId[];
}

/** What has to be told to a client that holds `held` so that it comes to hold the `live` ones of `cases`. */
export function caseDifferences(
  cases: readonly NumberedCase[],
  live: ReadonlySet<CaseId>,
  held: HeldCases | undefined,
): CaseDifferences {
  const holds = new Set(held?.caseIds);
  const sequence = held?.sequence ?? 0;
  const isNews = (of: NumberedCase): boolean => !holds.has(of.caseId) || of.sequence > sequence;
  const changed = cases.filter((of) => live.has(of.caseId) && isNews(of));
  return {
    changed: changed.map((of) => of.caseId),
    removals: [...holds].filter((caseId) => !live.has(caseId)),
  };
}

/**
 * A case that leaves the device is sent a last time with its owner and status, so that the device can tell its user where
 * it went. Nothing else of it: that is no longer the user's business.
 */
export function farewells(removed: readonly Case[], ownerIds: ReadonlySet<OwnerId>): Case[] {
  return removed
    .filter(({ status, ownerId }) => status === 'closed' || !ownerIds.has(ownerId))
    .map((gone) => ({ ...gone, ...NOTHING_ELSE }));
}

const NOTHING_ELSE = {
  ...{ externalId: '', category: '', state: '' },
  ...{ properties: {}, indices: [], attachments: [] },
};
