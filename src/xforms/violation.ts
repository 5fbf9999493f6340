import { CandidateNode } from './instance/candidate-node.ts';
import type { InstanceNode } from './instance/instance-node.ts';
import type { TextDefinition } from './definition/text-definition.ts';
import type { TextContext } from './form-text.ts';
import { formText } from './form-text.ts';

/** Why a node may not be submitted as it is. `message` is the form's own text, `''` when it has none. */
export interface Violation {
  readonly kind: 'required' | 'constraint' | 'type';
  readonly message: string;
}

/**
 * What is wrong with a node, or would be with `lexical` as its value; `undefined` when it is fine or not relevant.
 * An empty value is never asked whether it fits its constraint.
 */
export function violationOf(
  node: InstanceNode,
  context: TextContext,
  lexical: string = node.lexical,
): Violation | undefined {
  if (!node.relevant) return undefined;
  const { bind } = node.definition;
  if (lexical === '') {
    return node.required
      ? { kind: 'required', message: messageText(bind?.requiredMessage, context) }
      : undefined;
  }
  if (bind?.constraint === undefined) return undefined;
  const candidate = new CandidateNode(node, lexical);
  if (bind.constraint.evaluateBoolean(candidate, context.scope)) return undefined;
  const alert = node.definition.controls.find((control) => control.alert !== undefined)?.alert;
  return { kind: 'constraint', message: messageText(alert ?? bind.constraintMessage, context) };
}

function messageText(text: TextDefinition | undefined, context: TextContext): string {
  return text === undefined ? '' : formText(text, context).text;
}
