import type { Conversion } from '../xpath/frame.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import { assignedLexical } from './datatype/assigned-lexical.ts';
import { geopointLexical } from './datatype/geo-lexical.ts';
import type { ActionDefinition, ActionEvent } from './definition/action-definition.ts';
import type { NodeDefinition } from './definition/node-definition.ts';
import { NONE, withOneMore } from './growing-list.ts';
import { isWithin, nodesUnder, relatedNodes } from './instance/find-nodes.ts';
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

/** What the engine can do itself: it has no microphone. */
type OwnAction = Exclude<ActionDefinition, { kind: 'recordaudio' }>;

/** The actions of a form by the event that they listen to, in document order, those of the model first. */
export class ActionTable {
  readonly #byEvent = new Map<ActionEvent, readonly OwnAction[]>();
  /** Those of `xforms-value-changed` by the node of their control: a form may have one for each question. */
  readonly #byChanged = new Map<NodeDefinition | undefined, readonly OwnAction[]>();
  /** Those of new items by their repeat, found out when its first item comes. */
  readonly #byRepeat = new Map<NodeDefinition, readonly OwnAction[]>();

  constructor(actions: readonly ActionDefinition[]) {
    for (const action of actions) {
      if (action.kind === 'recordaudio') continue;
      for (const event of new Set(action.events)) addTo(this.#byEvent, event, action);
    }
    for (const action of this.for('xforms-value-changed'))
      addTo(this.#byChanged, action.source, action);
  }

  for(event: ActionEvent): readonly OwnAction[] {
    return this.#byEvent.get(event) ?? NONE;
  }

  /** Those that run when an item of that repeat has come. */
  forNewItem(repeat: NodeDefinition): readonly OwnAction[] {
    const known = this.#byRepeat.get(repeat);
    if (known !== undefined) return known;
    const actions = [...this.for('jr-insert'), ...this.for('odk-new-repeat')];
    const found = actions.filter(({ source, target }) => isWithin(source ?? target, repeat));
    this.#byRepeat.set(repeat, found);
    return found;
  }

  forChangedValue(definition: NodeDefinition): readonly OwnAction[] {
    return this.#byChanged.get(definition) ?? NONE;
  }
}

function addTo<Key>(table: Map<Key, readonly OwnAction[]>, key: Key, action: OwnAction): void {
  table.set(key, withOneMore(table.get(key) ?? NONE, action));
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
