import type { CompiledExpression } from '../xpath/compiled-expression.ts';
import { attempt } from './attempt.ts';
import { CandidateNode } from './instance/candidate-node.ts';
import type { InstanceNode } from './instance/instance-node.ts';
import type { FormText, TextDefinition } from './definition/text-definition.ts';
import type { TextContext } from './form-text.ts';
import { formText, plainText } from './form-text.ts';

/** Why a node may not be submitted as it is. */
export interface Violation {
  readonly kind: 'required' | 'constraint' | 'type';
  /** The form's own words, `''` when it has none. */
  readonly message: string;
  /** The same with its formatting; `undefined` when the form has no words for it. */
  readonly text: FormText | undefined;
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
    return node.required ? violation('required', bind?.requiredMessage, context) : undefined;
  }
  if (bind?.constraint === undefined) return undefined;
  return constraintViolation(bind.constraint, node, context, lexical);
}

/** A constraint that cannot be computed forbids the answer, and says why. */
function constraintViolation(
  constraint: CompiledExpression,
  node: InstanceNode,
  context: TextContext,
  lexical: string,
): Violation | undefined {
  let fault: string | undefined;
  const holds = attempt(
    () => constraint.evaluateBoolean(new CandidateNode(node, lexical), context.scope),
    false,
    (message) => (fault = message),
  );
  if (holds) return undefined;
  if (fault !== undefined) return { kind: 'constraint', message: fault, text: plainText(fault) };
  const { bind, controls } = node.definition;
  const alert = controls.find((control) => control.alert !== undefined)?.alert;
  return violation('constraint', alert ?? bind?.constraintMessage, context);
}

function violation(
  kind: Violation['kind'],
  definition: TextDefinition | undefined,
  context: TextContext,
): Violation {
  const text =
    definition &&
    attempt(
      () => formText(definition, context),
      undefined,
      () => undefined,
    );
  return { kind, message: text?.text ?? '', text };
}
