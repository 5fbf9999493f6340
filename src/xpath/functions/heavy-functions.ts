import type { Dialect } from '../compiled-expression.ts';
import { commcareCrypto, odkCrypto } from './crypto.ts';
import { namedFunctions, type FunctionDefinition } from './function-definition.ts';
import { randomizeFunction } from './randomize.ts';

/** A function of {@link HEAVY_FUNCTIONS} in a dialect, which may lack it. */
export function heavyFunction(dialect: Dialect, name: string): FunctionDefinition | undefined {
  return TABLES[dialect].get(name);
}

/** The names of those that a dialect has. */
export function heavyFunctionNames(dialect: Dialect): readonly string[] {
  return [...TABLES[dialect].keys()];
}

const TABLES = {
  commcare: namedFunctions(commcareCrypto),
  odk: namedFunctions([...odkCrypto, randomizeFunction]),
};
