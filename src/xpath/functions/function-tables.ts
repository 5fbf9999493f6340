import type { Dialect } from '../compiled-expression.ts';
import { commcareFunctions } from './commcare.ts';
import { dateFunctions } from './dates.ts';
import { environmentFunctions } from './environment.ts';
import type { FunctionDefinition } from './function-definition.ts';
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

const COMMON: readonly FunctionDefinition[] = [
  ...numberFunctions,
  ...logicFunctions,
  ...stringFunctions,
  ...nodeFunctions,
  ...dateFunctions,
  ...environmentFunctions,
];

/**
 * Functions that few forms call and that weigh much: their module is asked only where a form names one, so that a page may
 * fetch it then.
 */
export const RARE_FUNCTIONS: ReadonlySet<string> = new Set([
  'area', 'base64-decode', 'checklist', 'checksum', 'closest-point-on-polygon', 'decrypt-string',
  'digest', 'distance', 'encrypt-string', 'enclosed-area', 'extract-signed', 'format-date-for-calendar',
  'geofence', 'id', 'id-compress', 'indexed-repeat', 'is-point-inside-polygon',
  'json-property', 'lang', 'randomize', 'weighted-checklist',
]); // prettier-ignore

/** The functions of each dialect; a dialect's own row replaces the common one. */
export const FUNCTION_TABLES: Readonly<Record<Dialect, FunctionTable>> = {
  commcare: table('commcare', [...COMMON, ...commcareFunctions]),
  odk: table('odk', [...COMMON, ...odkFunctions]),
};

function table(dialect: Dialect, rows: readonly FunctionDefinition[]): FunctionTable {
  const common = new Map(rows.map((row) => [row.name, row]));
  const get = (name: string) =>
    RARE_FUNCTIONS.has(name) ? rareFunction(dialect, name) : common.get(name);
  return {
    get,
    has: (name) => get(name) !== undefined,
    names: () => [...common.keys(), ...rareFunctionNames(dialect)],
  };
}
