import type { ControlNode } from './control-node.ts';

/**
 * False for what is not asked, for a group in which nothing is asked (its heading alone would puzzle), and for a repeat all of whose
 * items are not asked.
 */
export function isVisible(control: ControlNode): boolean {
  if (!control.relevant) return false;
  const { kind, children } = control;
  if (kind === 'group') return children.some(isVisible);
  return kind !== 'repeat' || children.length === 0 || children.some((item) => item.relevant);
}
