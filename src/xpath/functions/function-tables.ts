import type { FunctionTable } from '../compile-expression.ts';
import type { Dialect } from '../compiled-expression.ts';
import { commcareFunctions } from './commcare.ts';
import { choiceFunctions } from './choices.ts';
import { commcareCrypto, odkCrypto } from './crypto.ts';
import { dateFunctions } from './dates.ts';
import { environmentFunctions } from './environment.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { commcareGeography, odkGeography } from './geography.ts';
import { identifierFunctions } from './identifiers.ts';
import { indexedRepeat } from './indexed-repeat.ts';
import { logicFunctions } from './logic.ts';
import { markupFunctions } from './markup.ts';
import { nodeFunctions } from './nodes.ts';
import { numberFunctions } from './numbers.ts';
import { odkFunctions } from './odk.ts';
import { stringFunctions } from './strings.ts';

const COMMON: readonly FunctionDefinition[] = [
  ...numberFunctions,
  ...logicFunctions,
  ...choiceFunctions,
  ...stringFunctions,
  ...nodeFunctions,
  ...dateFunctions,
  ...environmentFunctions,
];

/** The functions of each dialect; a dialect's own row replaces the common one. */
export const FUNCTION_TABLES: Readonly<Record<Dialect, FunctionTable>> = {
  commcare: table([
    ...COMMON,
    ...commcareFunctions,
    ...identifierFunctions,
    ...commcareGeography,
    ...commcareCrypto,
  ]),
  odk: table([
    ...COMMON,
    ...odkFunctions,
    ...markupFunctions,
    ...odkGeography,
    ...odkCrypto,
    indexedRepeat,
  ]),
};

function table(rows: readonly FunctionDefinition[]): FunctionTable {
  return new Map(rows.map((row) => [row.name, row]));
}
