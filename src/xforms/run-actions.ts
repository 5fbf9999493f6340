import type { Conversion } from '../xpath/frame.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import { assignedLexical } from './datatype/assigned-lexical.ts';
import { geopointLexical } from './datatype/geo-lexical.ts';
import type { OwnAction } from './action-table.ts';
import { nodesUnder, relatedNodes } from './instance/find-nodes.ts';
import { InstanceNode } from './instance/instance-node.ts';
import type { EvaluationProblem } from './recalculation/recalculation.ts';

/** What actions ask of the form instance in which they run. */
export interface ActionHost {
  readonly document: InstanceNode;
  readonly scope: XPathScope;
  readonly conversion: Conversion;
  /** Stores a value that an action sets, whatever a person may do with that node, and brings the form up to date. */
  setByAction(node: InstanceNode, lexical: string): void;
  report(problem: EvaluationProblem): void;
}

/**
 * Runs actions one after the other at `top`: where an action stands in a control, on each of its nodes there; one of
 * the model on `top` itself.
 */
export function runActions(
  actions: readonly OwnAction[],
  top: InstanceNode,
  host: ActionHost,
): void {
  for (const action of actions) {
    const contexts = action.source === undefined ? [top] : nodesUnder(top, action.source);
    for (const context of contexts) runAction(action, context, host);
  }
}

function runAction(action: OwnAction, context: InstanceNode, host: ActionHost): void {
  try {
    const target = targetOf(action, context, host);
    if (target !== undefined) host.setByAction(target, valueFor(action, target, host));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    host.report({ ref: action.target.ref, kind: 'setvalue', message: error.message });
  }
}

/** An action writes one node. Where there is none just now, as in a repeat without items, it does nothing. */
function targetOf(
  { target, chosen }: OwnAction,
  context: InstanceNode,
  { scope, conversion }: ActionHost,
): InstanceNode | undefined {
  const [first, second] =
    chosen === undefined
      ? relatedNodes(context, target)
      : chosen.evaluateNodes(context, scope).filter((each) => each instanceof InstanceNode);
  if (second === undefined) return first;
  // CommCare passes over it.
  if (conversion.dialect === 'commcare') return undefined;
  throw new RangeError(
    `an action writes one node, and there are several ${target.ref}: choose one with a predicate`,
  );
}

function valueFor(action: OwnAction, target: InstanceNode, host: ActionHost): string {
  const { scope, conversion } = host;
  if (action.kind === 'setgeopoint') return placeFor(target, host);
  const { value } = action;
  const assigned = typeof value === 'string' ? value : value.evaluate(target, scope);
  return assignedLexical(assigned, target.type, conversion);
}

/** A device that does not know where it is, or says what is no place, leaves the node empty. */
function placeFor({ type }: InstanceNode, { scope, conversion }: ActionHost): string {
  const here = scope.environment.here().trim();
  const isPlace = geopointLexical(here, conversion) !== undefined;
  return isPlace ? assignedLexical(here, type, conversion) : '';
}
