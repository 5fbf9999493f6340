import type { XmlElement } from '../xml/xml-element.ts';
import { childElements, childrenNamed } from '../xml/xml-element.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';
import { decodeText } from './decode-text.ts';
import type { AppFiles } from './load-app-files.ts';
import { parseResource } from './parse-profile.ts';
import { resolvePath } from './resolve-path.ts';

/**
 * The files that an app consists of, as far as the profile at `profile` and those of its suites that are among `files` name them: for
 * whoever fetches an app file by file. What cannot be read names nothing.
 */
export function namedFiles(files: AppFiles, profile: string): ReadonlySet<string> {
  const root = tryToParse(files, profile);
  if (root === undefined) return new Set();
  const suites = childrenNamed(root, 'suite').flatMap((suite) => locationsIn(suite, profile));
  const inSuites = suites.flatMap((suite) => {
    const document = tryToParse(files, suite);
    return document === undefined ? [] : locationsIn(document, suite);
  });
  return new Set([...suites, ...inSuites]);
}

/** Where the resources of an element and of all below it lie. */
function locationsIn(element: XmlElement, from: string): string[] {
  const resource = parseResource(element);
  const path = resource && resolvePath(resource.path, from);
  const own = path === undefined ? [] : [path];
  return [...own, ...childElements(element).flatMap((child) => locationsIn(child, from))];
}

function tryToParse(files: AppFiles, path: string): XmlElement | undefined {
  const content = files.get(path);
  if (content === undefined) return undefined;
  try {
    const text = typeof content === 'string' ? content : decodeText(content);
    return parseXml(text, path, { onProblem: () => undefined });
  } catch (error) {
    if (error instanceof XmlParseError) return undefined;
    throw error;
  }
}
