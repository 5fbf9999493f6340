import type { ActionDefinition, ActionEvent } from './definition/action-definition.ts';
import type { NodeDefinition } from './definition/node-definition.ts';
import { NONE, withOneMore } from './growing-list.ts';
import { isWithin } from './instance/find-nodes.ts';

/** What the engine can do itself: it has no microphone. */
export type OwnAction = Exclude<ActionDefinition, { kind: 'recordaudio' }>;

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
