import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { FormDefinition, SecondaryInstanceDefinition } from '../definition/form-definition.ts';
import type { FormProblem } from '../definition/form-parse-error.ts';
import { FormParseError } from '../definition/form-parse-error.ts';
import type { Environment } from '../environment.ts';
import { readSecondaryInstance } from './read-secondary-instance.ts';
import { tableDocument } from './table-document.ts';

/** What to do about a file that a form names and nobody brings: refuse the form, or take it for empty with a warning. */
export type MissingResources = 'error' | 'blank';

/** The text of the file at an address (`jr://file-csv/cities.csv`), or `undefined`. */
export type FindResource = (src: string) => string | undefined;

/** The secondary instances of a form that lie in files, and what is odd about them. */
export interface LoadedInstances {
  readonly instance: Environment['instance'];
  readonly warnings: readonly FormProblem[];
}

/**
 * Reads the files that the secondary instances of a form name. Throws {@link FormParseError} with all files that are
 * missing, `XmlParseError` or `SecondaryInstanceError` for one that cannot be read.
 */
export function loadSecondaryInstances(
  definition: FormDefinition,
  resource: FindResource,
  missing: MissingResources,
): LoadedInstances {
  const documents = new Map<string, XPathNode>();
  const absent: FormProblem[] = [];
  for (const declared of definition.secondaryInstances.values()) {
    const { src } = declared;
    if (src === undefined || documents.has(src)) continue;
    const text = resource(src);
    if (text !== undefined) documents.set(src, readSecondaryInstance(text, src));
    else if (isFile(declared)) {
      documents.set(src, tableDocument({ columns: [], rows: [] }));
      absent.push(absence(declared));
    }
  }
  if (missing === 'error' && absent.length > 0) throw new FormParseError(definition.file, absent);
  return { instance: (src) => documents.get(src), warnings: absent };
}

/** All that follows the kind of the address: `jr://file/lists/cities.csv` is `lists/cities.csv`. */
function fileName(src: string): string {
  return src.replace(/^jr:\/\/[^/]+\//, '');
}

/**
 * Other addresses (`jr://instance/casedb`, `jr://fixture/…`) are the environment's. What stands in the form beside the
 * address of a file is a dummy, which older tools write for the sake of older engines.
 */
function isFile({ src }: SecondaryInstanceDefinition): boolean {
  return /^jr:\/\/file(-csv)?\//.test(src ?? '');
}

function absence({ id, src = '', line }: SecondaryInstanceDefinition): FormProblem {
  const remedy = `attach the file “${fileName(src)}” to the form`;
  return { message: `the instance “${id}” has no data: ${remedy} (${src})`, ref: undefined, line };
}
