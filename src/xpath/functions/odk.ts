import type { FunctionDefinition } from './function-definition.ts';

/** Functions that only ODK has, or has in a way of its own. */
export const odkFunctions: readonly FunctionDefinition[] = [];
