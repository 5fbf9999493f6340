import type { ControlNode } from './control-node.ts';

/** The questions of relevant groups and items, in the order of the form. */
export function* questions(controls: readonly ControlNode[]): Generator<ControlNode> {
  for (const control of controls) {
    if (!control.relevant) continue;
    const { kind } = control;
    if (kind === 'group' || kind === 'repeat' || kind === 'item')
      yield* questions(control.children);
    else yield control;
  }
}
