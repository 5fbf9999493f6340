/** What apps ask of CommCare HQ, by how their addresses go on, and where the project server has it. */
const PATHS: readonly (readonly [RegExp, string])[] = [
  [/\/phone\/(?:search|get_case|case_fixture)(\/[^/]+)?\/?$/, '/api/search'],
  [/\/phone\/claim-case(\/[^/]+)?\/?$/, '/api/claim-case'],
];

/**
 * Where the project server has what an app asks of another server; with the app and the parameters that stand in the address.
 * `undefined` when it has no such thing. An app that was made for CommCare HQ names HQ's address, and its cases are here.
 */
export function remotePath(url: string): string | undefined {
  const [address = '', query = ''] = url.split('?', 2);
  const path = pathOf(address);
  return path === undefined || query === '' ? path : `${path}?${query}`;
}

function pathOf(address: string): string | undefined {
  for (const [pattern, path] of PATHS) {
    const found = pattern.exec(address);
    if (found !== null) return `${path}${found[1] ?? ''}`;
  }
  return undefined;
}
