import type { Dialect } from '../compiled-expression.ts';
import { calendarFunctions } from './calendars.ts';
import { choiceFunctions } from './choices.ts';
import { namedFunctions, type FunctionDefinition } from './function-definition.ts';
import { commcareGeography, odkGeography } from './geography.ts';
import { identifierFunctions } from './identifiers.ts';
import { indexedRepeat } from './indexed-repeat.ts';
import { markupFunctions } from './markup.ts';
import { commcareWrittenDates, odkWrittenDates } from './written-dates.ts';

/** A function of {@link RARE_FUNCTIONS} in a dialect, which may lack it. */
export function rareFunction(dialect: Dialect, name: string): FunctionDefinition | undefined {
  return TABLES[dialect].get(name);
}

/** The names of those that a dialect has. */
export function rareFunctionNames(dialect: Dialect): readonly string[] {
  return [...TABLES[dialect].keys()];
}

const TABLES = {
  commcare: namedFunctions([
    ...choiceFunctions,
    ...calendarFunctions,
    ...commcareWrittenDates,
    ...identifierFunctions,
    ...commcareGeography,
  ]),
  odk: namedFunctions([
    ...choiceFunctions,
    ...markupFunctions,
    ...odkWrittenDates,
    ...odkGeography,
    indexedRepeat,
  ]),
};
