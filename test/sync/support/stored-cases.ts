import { CaseDatabase } from '../../../src/case/case-database.ts';
import type { Case } from '../../../src/case/case.ts';
import type { UserStore } from '../../../src/sync/user-store.ts';

/** What a store holds, unpacked and in order. */
export async function storedCases(
  store: UserStore,
): Promise<{ readonly revision: number; readonly cases: readonly Case[] }> {
  const { revision, blocks } = await store.readCases();
  const database = new CaseDatabase();
  database.load(blocks);
  return { revision, cases: [...database.cases()] };
}
