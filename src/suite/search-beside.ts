import { errorScreen } from './build-screen.ts';
import type { Entry } from './entry.ts';
import type { QueryAnswers, QueryDatum } from './query-datum.ts';
import { buildQueryScreen } from './query-screen.ts';
import type { ErrorScreen, QueryScreen } from './screen.ts';
import type { SessionState } from './session-state.ts';
import type { QueryStep, SessionFrame } from './session-step.ts';

/** Where a search was made whose prompts stay beside the list of what it found (`dynamic_search`). */
export interface SearchPlace {
  readonly entry: Entry;
  readonly datum: QueryDatum;
  readonly step: QueryStep;
  /** The session as it was when the search was made. */
  readonly before: SessionState;
}

/** The search whose results this list shows, where the app wants its prompts beside them; `undefined` at any other place. */
export function searchPlaceOf(state: SessionState): SearchPlace | undefined {
  const step = state.frame.at(-1);
  const atList = state.need.kind === 'datum' && state.need.datum.kind === 'entity';
  if (step?.kind !== 'query' || !atList) return undefined;
  const before = state.at(state.frame.slice(0, -1));
  const { need } = before;
  if (need.kind !== 'datum' || need.datum.kind !== 'query') return undefined;
  const { entry, datum } = need;
  return datum.dynamicSearch && datum.id === step.id ? { entry, datum, step, before } : undefined;
}

/** The prompts beside a list. `given` are answers that have not been searched for yet. */
export function buildSearchBeside(
  { entry, datum, step, before }: SearchPlace,
  given: QueryAnswers | undefined,
): QueryScreen | ErrorScreen {
  try {
    const evaluator = before.evaluator(entry.instances);
    const screen = buildQueryScreen(entry, datum, evaluator, given ?? step.inputs);
    return { ...screen, isFound: isFound(screen, step) };
  } catch (error) {
    return errorScreen(error, entry.commandId);
  }
}

/** Hidden answers do not count: a time of day is another one each time. */
function isFound({ prompts }: QueryScreen, { inputs }: QueryStep): boolean {
  return prompts.every(({ key, value }) => value === (inputs[key] ?? ''));
}

/** The steps with what the search found by its new answers. */
export function searchedAgain(
  { before, step }: SearchPlace,
  found: Pick<QueryStep, 'root' | 'inputs'>,
): SessionFrame {
  return [...before.frame, { ...step, ...found, refined: true }];
}
