import type { AppContext } from '../app-environment.ts';

/** The parameters of a request: from the address and, by POST, from a form's body. */
export async function readParameters(context: AppContext): Promise<URLSearchParams> {
  const parameters = new URL(context.req.url).searchParams;
  if (context.req.method !== 'POST') return parameters;
  const body = new URLSearchParams(await context.req.text());
  for (const [key, value] of body) parameters.append(key, value);
  return parameters;
}
