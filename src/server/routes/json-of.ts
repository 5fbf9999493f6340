import type { AppContext } from '../app-environment.ts';

/** The body; `undefined` for one that is no JSON, or does not say that it is: a plain HTML form of another site cannot say so. */
export async function jsonOf(context: AppContext): Promise<unknown> {
  if (!context.req.header('Content-Type')?.startsWith('application/json')) return undefined;
  return context.req.json().catch(() => undefined);
}
