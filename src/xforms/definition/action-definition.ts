import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { NodeDefinition } from './node-definition.ts';

/** Events that actions of the field listen to. `xforms-ready` is the older name of `odk-instance-first-load`. */
export type ActionEvent =
  | 'xforms-ready'
  | 'xforms-revalidate'
  | 'xforms-value-changed'
  | 'jr-insert'
  | 'odk-instance-first-load'
  | 'odk-instance-load'
  | 'odk-new-repeat';

/** Something that a form does when an event happens. One union by `kind`, named as the element is. */
export type ActionDefinition = SetValueDefinition | SetGeopointDefinition | RecordAudioDefinition;

interface ActionBase {
  readonly events: readonly ActionEvent[];
  /** The node that is written: the one that shares most with the node on which the event happened. */
  readonly target: NodeDefinition;
  /** Chooses among those nodes, where the reference has predicates. */
  readonly chosen: CompiledExpression | undefined;
  /** The node of the question, group or repeat that the action stands in; `undefined` in the model. */
  readonly source: NodeDefinition | undefined;
  readonly line: number;
}

/** `<setvalue>`: an expression that is evaluated on the target, or a text. */
export interface SetValueDefinition extends ActionBase {
  readonly kind: 'setvalue';
  readonly value: CompiledExpression | string;
}

/** `<odk:setgeopoint>`: the place where the device is, empty when that is not known. */
export interface SetGeopointDefinition extends ActionBase {
  readonly kind: 'setgeopoint';
}

/** `<odk:recordaudio>`: the host is to record while the form is filled in, and to attach the file to the target. */
export interface RecordAudioDefinition extends ActionBase {
  readonly kind: 'recordaudio';
  readonly quality: AudioQuality;
}

/** What `odk:quality` may ask for. */
export type AudioQuality = 'voice-only' | 'low' | 'normal';
