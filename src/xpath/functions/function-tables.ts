import type { Dialect } from '../compiled-expression.ts';
import { commcareFunctions } from './commcare.ts';
import { dateFunctions } from './dates.ts';
import { environmentFunctions } from './environment.ts';
import { namedFunctions, type FunctionDefinition } from './function-definition.ts';
import { heavyFunction, heavyFunctionNames } from './heavy-functions.ts';
import { logicFunctions } from './logic.ts';
import { nodeFunctions } from './nodes.ts';
import { numberFunctions } from './numbers.ts';
import { odkFunctions } from './odk.ts';
import { rareFunction, rareFunctionNames } from './rare-functions.ts';
import { stringFunctions } from './strings.ts';

/** The functions of a dialect by name. */
export interface FunctionTable {
  get(name: string): FunctionDefinition | undefined;
  has(name: string): boolean;
  /** All names; only a person who writes expressions needs them. */
  names(): readonly string[];
}

/** Those that mean the same in both dialects. No dialect has a row of its own for one of them, so that these are looked at first. */
export const COMMON_FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = namedFunctions([
  ...numberFunctions,
  ...logicFunctions,
  ...stringFunctions,
  ...nodeFunctions,
  ...dateFunctions,
  ...environmentFunctions,
]);

/** Functions that few forms call: their module is asked only where a form names one, so that a page may fetch it then. */
export const RARE_FUNCTIONS: ReadonlySet<string> = new Set([
  'area', 'checklist', 'checksum', 'closest-point-on-polygon', 'distance', 'enclosed-area', 'format-date',
  'format-date-for-calendar', 'format-date-time',
  'geofence', 'id', 'id-compress', 'indexed-repeat', 'is-point-inside-polygon', 'json-property', 'lang', 'weighted-checklist',
]); // prettier-ignore

/** The same for those that need digests and ciphers. */
export const HEAVY_FUNCTIONS: ReadonlySet<string> = new Set([
  'base64-decode', 'decrypt-string', 'digest', 'encrypt-string', 'extract-signed', 'randomize',
]); // prettier-ignore

/** The functions of each dialect. */
export const FUNCTION_TABLES: Readonly<Record<Dialect, FunctionTable>> = {
  commcare: table('commcare', () => commcareFunctions),
  odk: table('odk', () => odkFunctions),
};

function table(dialect: Dialect, ofDialect: () => readonly FunctionDefinition[]): FunctionTable {
  let known: ReadonlyMap<string, FunctionDefinition> | undefined;
  // One by one: what stands in for them until they are fetched can be gone through, and no more.
  const own = () => (known ??= namedFunctions([...ofDialect()]));
  const get = (name: string) => {
    if (RARE_FUNCTIONS.has(name)) return rareFunction(dialect, name);
    if (HEAVY_FUNCTIONS.has(name)) return heavyFunction(dialect, name);
    return COMMON_FUNCTIONS.get(name) ?? own().get(name);
  };
  return {
    get,
    has: (name) => get(name) !== undefined,
    names: () => [
      ...COMMON_FUNCTIONS.keys(),
      ...own().keys(),
      ...rareFunctionNames(dialect),
      ...heavyFunctionNames(dialect),
    ],
  };
}
