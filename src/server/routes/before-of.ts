import type { AppContext } from '../app-environment.ts';

/** The parameter `before=number` of a list that is read page by page; `undefined` for its first page. */
export function beforeOf(context: AppContext): number | undefined {
  const before = Number(context.req.query('before'));
  return Number.isSafeInteger(before) && before > 0 ? before : undefined;
}
