import type { ControlNode } from '../../xforms/control-node.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { plainWords } from './form-text.ts';

/** The controls from the top of the form down to the one that fits, which is last; `[]` when none does. */
export function controlPath(
  controls: readonly ControlNode[],
  fits: (control: ControlNode) => boolean,
): readonly ControlNode[] {
  for (const control of controls) {
    if (fits(control)) return [control];
    const below = controlPath(control.children, fits);
    if (below.length > 0) return [control, ...below];
  }
  return [];
}

/** The way to the control of a node: its question, item or bound group; for a node without one, that of the nearest node above. */
export function pathToNode(
  controls: readonly ControlNode[],
  node: InstanceNode,
): readonly ControlNode[] {
  for (let at: InstanceNode | undefined = node; at !== undefined; at = at.parent) {
    const wanted = at;
    const path = controlPath(controls, (control) => control.node === wanted && hasNode(control));
    if (path.length > 0) return path;
  }
  return [];
}

// A repeat, and a group without a reference, stand at a node that is not theirs.
function hasNode({ kind, definition }: ControlNode): boolean {
  return kind !== 'repeat' && !(definition.kind === 'group' && !definition.bound);
}

/** What a question is called away from its place: its label, and before it the items that it belongs to (`Child 2 › Age`). */
export function nameOnPath(path: readonly ControlNode[]): string {
  const question = path.at(-1);
  if (question === undefined) return '';
  const items = path.filter(({ kind }) => kind === 'item').map(nameOfItem);
  return [...items, plainWords(question.label) || question.node.name].join(' › ');
}

function nameOfItem({ label, node }: ControlNode): string {
  return `${plainWords(label) || node.name} ${node.index + 1}`;
}
