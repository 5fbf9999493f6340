import type { Choice } from './choice.ts';
import type { ControlDefinition } from './definition/control-definition.ts';
import type { InstanceNode } from './instance/instance-node.ts';

/**
 * What keeps a control from being shown as the form means it: a text or the choices cannot be computed, or the node holds a
 * value that the question does not offer.
 */
export interface ControlProblem {
  readonly kind: 'text' | 'choices' | 'value';
  readonly message: string;
}

/**
 * A value that a select does not offer and that nobody can have chosen: the form itself has written it. What an itemset does not
 * offer any more is no problem: the person sees a question without an answer.
 */
export function strangeValue(
  definition: ControlDefinition,
  node: InstanceNode,
  choices: readonly Choice[],
): ControlProblem | undefined {
  if (!('items' in definition) || definition.itemset !== undefined) return undefined;
  const offered = new Set(choices.map((choice) => choice.value));
  const strange = chosenValues(definition, node.lexical).find((value) => !offered.has(value));
  if (strange === undefined) return undefined;
  const message = `${node.ref} holds “${strange}”, which is none of the choices of its question; let the form write one of them`;
  return { kind: 'value', message };
}

/** The values that the answer of a select names: a single choice may have spaces in it. */
export function chosenValues({ kind }: ControlDefinition, lexical: string): readonly string[] {
  if (lexical === '') return [];
  return kind === 'select1' ? [lexical] : lexical.split(' ');
}
