import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { DataType } from '../datatype/data-type.ts';
import type { TextDefinition } from './text-definition.ts';

/** The model item properties of one node. XForms 1.1, chapter 6. */
export interface BindDefinition {
  readonly id: string | undefined;
  readonly type: DataType | undefined;
  readonly calculate: CompiledExpression | undefined;
  readonly relevant: CompiledExpression | undefined;
  readonly readonly: CompiledExpression | undefined;
  readonly required: CompiledExpression | undefined;
  readonly constraint: CompiledExpression | undefined;
  readonly constraintMessage: TextDefinition | undefined;
  readonly requiredMessage: TextDefinition | undefined;
  readonly preload: string | undefined;
  readonly preloadParams: string | undefined;
  /** The attributes that mean nothing to the engine, by local name: `max-pixels`, `saveIncomplete`, those of the author's own. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}
