import type { Dialect } from '../compiled-expression.ts';
import { calendarFunctions } from './calendars.ts';
import { choiceFunctions } from './choices.ts';
import { commcareCrypto, odkCrypto } from './crypto.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { commcareGeography, odkGeography } from './geography.ts';
import { identifierFunctions } from './identifiers.ts';
import { indexedRepeat } from './indexed-repeat.ts';
import { markupFunctions } from './markup.ts';
import { randomizeFunction } from './randomize.ts';

/** A function of {@link RARE_FUNCTIONS} in a dialect, which may lack it. */
export function rareFunction(dialect: Dialect, name: string): FunctionDefinition | undefined {
  return TABLES[dialect].get(name);
}

/** The names of those that a dialect has. */
export function rareFunctionNames(dialect: Dialect): readonly string[] {
  return [...TABLES[dialect].keys()];
}

const TABLES = {
  commcare: table([
    ...choiceFunctions,
    ...calendarFunctions,
    ...identifierFunctions,
    ...commcareGeography,
    ...commcareCrypto,
  ]),
  odk: table([
    ...choiceFunctions,
    ...markupFunctions,
    ...odkGeography,
    ...odkCrypto,
    indexedRepeat,
    randomizeFunction,
  ]),
};

function table(rows: readonly FunctionDefinition[]): ReadonlyMap<string, FunctionDefinition> {
  return new Map(rows.map((row) => [row.name, row]));
}
