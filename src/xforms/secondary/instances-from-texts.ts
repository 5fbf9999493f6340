import type { Environment } from '../environment.ts';
import { readSecondaryInstance } from './read-secondary-instance.ts';

/**
 * Secondary instances out of the texts of their files (XML, CSV or GeoJSON), by their `src`: what {@link Environment}
 * answers `instance(src)` with. Throws `XmlParseError` or `SecondaryInstanceError`, which name the `src`, at once and
 * not when the form first reads of it.
 */
export function instancesFromTexts(
  texts: Readonly<Record<string, string>>,
): Environment['instance'] {
  const documents = new Map(
    Object.entries(texts).map(([src, text]) => [src, readSecondaryInstance(text, src)]),
  );
  return (src) => documents.get(src);
}
