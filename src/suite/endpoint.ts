import type { StackOperation } from './stack-operation.ts';

/** A place in the app that an address from outside may lead to. */
export interface Endpoint {
  readonly id: string;
  readonly arguments: readonly string[];
  readonly respectRelevancy: boolean;
  readonly stack: readonly StackOperation[];
}
