import type { Dialect } from '../../xpath/compiled-expression.ts';
import { withInstanceId } from '../definition/with-instance-id.ts';
import { parseForm } from '../definition/parse-form.ts';
import type { FindResource, MissingResources } from '../secondary/load-secondary-instances.ts';
import { loadSecondaryInstances } from '../secondary/load-secondary-instances.ts';
import type { Surroundings } from './form.ts';
import { Form } from './form.ts';

export interface LoadFormOptions {
  /** Names the form in messages: a path or URL. */
  readonly file?: string;
  /** Whose XPath rules the form follows; read off the form when it is left out. */
  readonly dialect?: Dialect;
  /** The text of a file that the form names by `src` (`jr://file-csv/cities.csv`); `undefined` when there is none. */
  readonly resource?: FindResource;
  /** What to do about a file that is not there: refuse the form (the default), or take it for empty and warn. */
  readonly missingResources?: MissingResources;
}

/**
 * Loads an XForm with the files that it names. Throws `XmlParseError`, `FormParseError` with all faults and all missing
 * files, or `SecondaryInstanceError` for a file that cannot be read.
 */
export function loadForm(
  xml: string,
  surroundings: Surroundings,
  {
    file = 'form.xml',
    dialect,
    resource = () => undefined,
    missingResources = 'error',
  }: LoadFormOptions = {},
): Form {
  const definition = withInstanceId(parseForm(xml, file, dialect && { dialect }));
  const instances = loadSecondaryInstances(definition, resource, missingResources);
  return new Form(definition, instances, surroundings);
}
