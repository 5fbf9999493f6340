import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { NodeDefinition } from './node-definition.ts';

/** Events that actions of the field listen to. `odk-instance-first-load` is ODK's name for `xforms-ready` of a new form. */
export type ActionEvent =
  | 'xforms-ready'
  | 'xforms-revalidate'
  | 'xforms-value-changed'
  | 'jr-insert'
  | 'odk-instance-first-load'
  | 'odk-instance-load'
  | 'odk-new-repeat';

/** `<setvalue>`: what is written where, and when. */
export interface ActionDefinition {
  readonly kind: 'setvalue';
  readonly events: readonly ActionEvent[];
  /** The node that is written. */
  readonly target: NodeDefinition;
  /** Finds the target from the node on which the event happened. */
  readonly ref: CompiledExpression;
  readonly value: CompiledExpression | string;
  /** The question or repeat that the action stands in; `undefined` in the model. */
  readonly source: NodeDefinition | undefined;
  readonly line: number;
}
