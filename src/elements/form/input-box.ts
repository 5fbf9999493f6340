import type { ControlNode } from '../../xforms/control-node.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { nativeInput, type NativeInput } from './lexical-text.ts';
import { isSecret } from './readable-answer.ts';

/** The native box in which a question is answered by typing. */
export interface InputBox {
  readonly kind: NativeInput;
  /** The keys that a telephone offers; `undefined` for all. */
  readonly mode: 'numeric' | 'decimal' | undefined;
  /** A `textarea`. */
  readonly multiline: boolean;
}

/** The box for a question with that answer: an answer of several lines, or one that is no date, needs another one than usual. */
export function inputBox(control: ControlNode, answer: string): InputBox {
  const kind = isSecret(control) ? 'password' : nativeInput(control.node.type, answer);
  const mode = inputMode(control);
  return { kind, mode, multiline: isMultiline(control, answer, { kind, mode }) };
}

/** Text that looks like a number: a phone number, a national id. */
export function keepsZeros({
  node,
  definition,
}: Pick<ControlNode, 'node' | 'definition'>): boolean {
  const { appearance } = definition;
  return node.type === 'string' && ['numeric', 'numbers'].some((word) => appearance.includes(word));
}

/** The classes that give the box its width. */
export function boxClasses({ mode }: InputBox, { type }: InstanceNode): string {
  return `control ${mode === undefined ? '' : 'number'} ${type}`;
}

/** What assistants that fill in forms are told. */
export function autocompleteOf({ kind }: InputBox): 'off' | 'new-password' {
  return kind === 'password' ? 'new-password' : 'off';
}

function inputMode(control: ControlNode): InputBox['mode'] {
  const { type } = control.node;
  if (type === 'decimal') return 'decimal';
  return type === 'int' || type === 'long' || keepsZeros(control) ? 'numeric' : undefined;
}

function isMultiline(
  { definition }: ControlNode,
  answer: string,
  { kind, mode }: Omit<InputBox, 'multiline'>,
): boolean {
  if (kind !== 'text' || mode !== undefined) return false;
  return definition.appearance.includes('multiline') || answer.includes('\n');
}
