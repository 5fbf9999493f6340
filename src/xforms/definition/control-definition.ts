import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { NodeDefinition } from './node-definition.ts';
import type { TextDefinition } from './text-definition.ts';

/** A control of the form's body, parsed once. One union by `kind`, named as XForms names the elements. */
export type ControlDefinition =
  | InputDefinition
  | SelectDefinition
  | TriggerDefinition
  | UploadDefinition
  | RangeDefinition
  | GroupDefinition
  | RepeatDefinition;

export type QuestionDefinition = Exclude<ControlDefinition, GroupDefinition | RepeatDefinition>;

interface ControlBase {
  /** Unique in the form, in document order. */
  readonly id: number;
  /** The nodes that it is bound to; for a group without a reference, those that it stands in. */
  readonly target: NodeDefinition;
  /** Absolute reference of `target`, without positions, such as `/data/child/name`. */
  readonly ref: string;
  readonly label: TextDefinition | undefined;
  readonly hint: TextDefinition | undefined;
  readonly help: TextDefinition | undefined;
  /** Replaces `jr:constraintMsg` when there is one. */
  readonly alert: TextDefinition | undefined;
  /** The words of the appearance attribute. */
  readonly appearance: readonly string[];
  /** The attributes of the element by local name, without those that bind it: `appearance` is here as it is written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

export interface InputDefinition extends ControlBase {
  readonly kind: 'input' | 'secret';
}

export interface SelectDefinition extends ControlBase {
  readonly kind: 'select1' | 'select' | 'rank';
  readonly items: readonly ItemDefinition[];
  readonly itemset: ItemsetDefinition | undefined;
}

export interface ItemDefinition {
  readonly value: string;
  readonly label: TextDefinition | undefined;
}

/** Choices from a nodeset. `value` and `label` are evaluated on each of its nodes. */
export interface ItemsetDefinition {
  readonly nodeset: CompiledExpression;
  readonly value: CompiledExpression;
  readonly label: TextDefinition | undefined;
  readonly sort: CompiledExpression | undefined;
}

export interface TriggerDefinition extends ControlBase {
  readonly kind: 'trigger';
}

export interface UploadDefinition extends ControlBase {
  readonly kind: 'upload';
  readonly mediaType: string;
}

export interface RangeDefinition extends ControlBase {
  readonly kind: 'range';
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

export interface GroupDefinition extends ControlBase {
  readonly kind: 'group';
  /** False for a group without `ref`: it only gathers and has no node of its own. */
  readonly bound: boolean;
  readonly children: readonly ControlDefinition[];
}

export interface RepeatDefinition extends ControlBase {
  readonly kind: 'repeat';
  /** `jr:count`, when the number of items is computed. */
  readonly count: CompiledExpression | undefined;
  readonly noAddRemove: boolean;
  readonly children: readonly ControlDefinition[];
}
