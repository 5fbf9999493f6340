import { assignedLexical } from './datatype/assigned-lexical.ts';
import type { ActionDefinition } from './definition/action-definition.ts';
import { InstanceNode } from './instance/instance-node.ts';
import type { RecalculationHost } from './recalculation/recalculation.ts';

/**
 * Runs actions in document order on the node on which their event happened. With `onlyBelow`, those alone whose
 * control is that node or whose target is inside it. `changed` is called for each node that got another value.
 */
export function runActions(
  actions: readonly ActionDefinition[],
  node: InstanceNode,
  onlyBelow: boolean,
  host: RecalculationHost,
  changed: (node: InstanceNode) => void,
): void {
  for (const action of actions) {
    if (onlyBelow && action.source !== undefined && action.source !== node.definition) continue;
    try {
      for (const target of targetsOf(action, node, host)) {
        if (target.setLexical(valueFor(action, target, host))) changed(target);
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      host.report({ ref: action.target.ref, kind: 'setvalue', message: error.message });
    }
  }
}

function targetsOf(
  action: ActionDefinition,
  node: InstanceNode,
  { scope }: RecalculationHost,
): InstanceNode[] {
  return action.ref
    .evaluateNodes(node, scope)
    .filter((each): each is InstanceNode => each instanceof InstanceNode);
}

function valueFor(
  { value }: ActionDefinition,
  target: InstanceNode,
  { scope, conversion }: RecalculationHost,
): string {
  const assigned = typeof value === 'string' ? value : value.evaluate(target, scope);
  return assignedLexical(assigned, target.type, conversion);
}
