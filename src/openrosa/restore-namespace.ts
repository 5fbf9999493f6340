/**
 * What our server adds to a restore for our own clients: `<removals>` with the ids to drop, and the attribute
 * `complete` on a case block that is the whole case. Other clients skip both.
 */
export const RESTORE_NAMESPACE = 'urn:caseload:restore';
