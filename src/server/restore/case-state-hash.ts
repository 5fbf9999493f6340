import { createHash } from 'node:crypto';
import type { CaseId } from '../../case/case.ts';

/**
 * The hash by which CommCare's devices tell which cases they hold: `ccsh:` and the exclusive or of the MD5 sums of the ids, in
 * hexadecimal digits; nothing after the colon when there are none.
 */
export function caseStateHash(caseIds: Iterable<CaseId>): string {
  const sum = Buffer.alloc(16);
  const distinct = new Set(caseIds);
  for (const id of distinct) {
    const digest = createHash('md5').update(id).digest();
    for (const [index, byte] of digest.entries()) sum[index]! ^= byte;
  }
  return distinct.size === 0 ? 'ccsh:' : `ccsh:${sum.toString('hex')}`;
}
