import type { Choice } from './choice.ts';
import { chosenValues } from './control-problem.ts';
import type { ControlDefinition } from './definition/control-definition.ts';
import type { InstanceNode } from './instance/instance-node.ts';

/** What is left of an answer when the choices that its itemset does not offer any more are taken out. */
export function stillOffered(
  node: InstanceNode,
  choicesOf: (definition: ControlDefinition) => readonly Choice[],
): string {
  let kept = node.lexical;
  for (const control of node.definition.controls) {
    if (kept === '' || !('items' in control) || control.itemset === undefined) continue;
    const offered = new Set(choicesOf(control).map((choice) => choice.value));
    const values = chosenValues(control, kept);
    kept = values.filter((value) => offered.has(value)).join(' ');
  }
  return kept;
}
