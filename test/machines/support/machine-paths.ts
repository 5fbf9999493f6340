import type {
  AnyActorRef,
  AnyEventObject,
  AnyMachineSnapshot,
  AnyStateMachine,
  AnyStateNode,
  AnyTransitionDefinition,
  InspectionEvent,
} from 'xstate';
import { initialTransition, transition } from 'xstate';
import type { AdjacencyValue } from 'xstate/graph';
import { getAdjacencyMap, getShortestPaths, getStateNodes } from 'xstate/graph';
import { eventLabel, transitionLabel } from '../../../scripts/transition-label.ts';

/** What happens to a machine one after another, and the snapshot that the model has after each. */
export type Path = readonly {
  readonly event: AnyEventObject;
  readonly state: AnyMachineSnapshot;
}[];

export interface PathOptions {
  readonly input: unknown;
  /** What can happen in a state. */
  readonly events: (state: AnyMachineSnapshot) => readonly AnyEventObject[];
  /** Snapshots with the same text are the same state. */
  readonly serializeState: (state: AnyMachineSnapshot) => string;
}

/**
 * Paths that together take everything that can happen in every state that can be reached: the shortest way to the state, and
 * then what happens there. None is the beginning of another one; the empty one is given when nothing can happen at all.
 */
export function pathsThrough(machine: AnyStateMachine, options: PathOptions): Path[] {
  const ways = new Map(
    getShortestPaths(machine, options).map(({ state, steps }) => {
      return [options.serializeState(state), steps.map(({ event }) => event)];
    }),
  );
  const adjacencies: readonly Adjacency[] = Object.values(getAdjacencyMap(machine, options));
  const all = adjacencies.flatMap(({ state, transitions }) =>
    Object.values(transitions).map(({ event }) => {
      return [...(ways.get(options.serializeState(state)) ?? []), event].filter(isNoStart);
    }),
  );
  const whole = all.length === 0 ? [[]] : withoutBeginnings(all);
  return whole.map((way) => walk(machine, options.input, way));
}

type Adjacency = AdjacencyValue<AnyMachineSnapshot, AnyEventObject>;

function isNoStart({ type }: AnyEventObject): boolean {
  return type !== 'xstate.init';
}

function withoutBeginnings(ways: readonly AnyEventObject[][]): AnyEventObject[][] {
  const begun = new Set(
    ways.flatMap((way) => way.slice(1).map((_, n) => JSON.stringify(way.slice(0, n + 1)))),
  );
  return ways.filter((way) => !begun.has(JSON.stringify(way)));
}

/** What the model comes to: two ways to one state may differ in what is not part of its text. */
function walk(machine: AnyStateMachine, input: unknown, way: readonly AnyEventObject[]): Path {
  let [state] = initialTransition(machine, input);
  return way.map((event) => {
    [state] = transition(machine, state, event);
    return { event, state };
  });
}

/** The names of all transitions of a machine; what a state ignores on purpose is none. */
export function allTransitions(machine: AnyStateMachine): string[] {
  const nodes: AnyStateNode[] = [machine.root, ...getStateNodes(machine)];
  const defined = nodes.flatMap((node) => [
    ...[...node.transitions.values()].flat(),
    ...(node.always ?? []),
  ]);
  return [...new Set(defined.map(transitionName))];
}

/** `entering.changed: leave → leaving`. */
export function transitionName(transition: AnyTransitionDefinition): string {
  const targets = transition.target?.map(nameOf).join(', ') ?? 'stays';
  return `${nameOf(transition.source)}: ${transitionLabel(transition)} → ${targets}`;
}

/** What it takes: `answer`, `after autosave`, `saveDraft done`. */
export function eventName({ eventType, source }: AnyTransitionDefinition): string {
  return eventLabel(eventType, source);
}

function nameOf({ path, key }: AnyStateNode): string {
  return path.join('.') || key;
}

/** The names of all states but the root. */
export function allStates(machine: AnyStateMachine): string[] {
  return getStateNodes(machine).map(nameOf);
}

/** What actors of one machine were seen doing. */
export class Witness {
  readonly transitions = new Set<string>();
  readonly states = new Set<string>();
  readonly #machine: AnyStateMachine;

  constructor(machine: AnyStateMachine) {
    this.#machine = machine;
  }

  /** Give it to `createActor`. Microsteps are seen, too, which no snapshot shows. */
  readonly inspect = (event: InspectionEvent): void => {
    if (event.type !== '@xstate.microstep' || !this.#isOfMachine(event.actorRef)) return;
    for (const transition of event._transitions) {
      this.transitions.add(transitionName(transition));
      this.states.add(nameOf(transition.source));
    }
    for (const node of (event.snapshot as AnyMachineSnapshot)._nodes) this.states.add(nameOf(node));
  };

  #isOfMachine(actor: unknown): boolean {
    const { logic } = actor as AnyActorRef & { readonly logic?: AnyStateMachine };
    return logic?.id === this.#machine.id;
  }
}
