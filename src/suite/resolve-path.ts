/**
 * The path that a location written in the file `from` means, or `undefined` when it is no file of the app: an
 * address, or a path that climbs out of it.
 */
export function resolvePath(location: string, from: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(location) || location.startsWith('/')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of location.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** True for a path that stays inside the folder it is unpacked in. */
export function isSafePath(path: string): boolean {
  return !/^([/\\]|[a-z]:)/i.test(path) && !path.split(/[/\\]/).includes('..');
}
