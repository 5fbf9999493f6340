import { faultMessage } from './app-fault.ts';
import type { Assertion } from './assertion.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import { holds } from './holds.ts';
import { buildListScreen } from './list-screen.ts';
import { buildMenuScreen, menuAssertions } from './menu-screen.ts';
import type { Need } from './needed-data.ts';
import type { QueryAnswers } from './query-datum.ts';
import { buildPostScreen, buildQueryScreen, openQueryScreen } from './query-screen.ts';
import type { AssertionScreen, ErrorScreen, Screen } from './screen.ts';
import type { SessionState } from './session-state.ts';
import type { QueryStep } from './session-step.ts';

/** What only the session knows of the place that it stands at. */
export interface Proceedings {
  /** True when the post of the present entry has been sent. */
  readonly posted: boolean;
  /** What the person has answered to the prompts of the present query; `undefined` before. */
  readonly answers: QueryAnswers | undefined;
  /** A search that has to be made before anything else. */
  readonly openQuery: QueryStep | undefined;
}

/** The screen that asks for what is needed. What the app got wrong is an error screen that names the place. */
export function buildScreen(state: SessionState, proceedings: Proceedings): Screen {
  const { need } = state;
  const { openQuery, answers, posted } = proceedings;
  try {
    if (openQuery !== undefined) return openQueryScreen(openQuery, answers);
    if (need.kind === 'command') return menuScreen(need.menuId, state);
    if (need.kind === 'done') return endScreen(need.entry, state, posted);
    return datumScreen(need, state, answers);
  } catch (error) {
    return errorScreen(
      error,
      need.kind === 'command' ? `menu ${need.menuId}` : need.entry.commandId,
    );
  }
}

/** The error screen for an error of the app's own expressions or texts; any other error is thrown on. */
export function errorScreen(error: unknown, place: string): ErrorScreen {
  return fault(faultMessage(error, place));
}

/** An error screen with this message. */
export function fault(message: string): ErrorScreen {
  return { kind: 'error', message };
}

function menuScreen(menuId: string, state: SessionState): Screen {
  for (const { assertion, evaluator } of menuAssertions(state, menuId)) {
    const failure = check(assertion, undefined, evaluator, state);
    if (failure !== undefined) return failure;
  }
  return buildMenuScreen(state, menuId);
}

function datumScreen(
  { entry, datum }: Need & { readonly kind: 'datum' },
  state: SessionState,
  answers: QueryAnswers | undefined,
): Screen {
  const evaluator = state.evaluator(entry.instances);
  if (datum.kind === 'entity') return buildListScreen(state.app, entry, datum, evaluator);
  if (datum.kind === 'query') return buildQueryScreen(entry, datum, evaluator, answers);
  throw new RangeError(`Datum ${datum.id} is computed and has no screen`);
}

function endScreen(entry: Entry, state: SessionState, posted: boolean): Screen {
  const evaluator = state.evaluator(entry.instances);
  for (const assertion of entry.assertions) {
    const failure = check(assertion, entry, evaluator, state);
    if (failure !== undefined) return failure;
  }
  const post = posted ? undefined : buildPostScreen(entry, evaluator);
  return post ?? formScreen(entry, evaluator, state);
}

function formScreen(entry: Entry, evaluator: Evaluator, { datums }: SessionState): Screen {
  const { xmlns } = entry;
  if (xmlns === undefined) return { kind: 'end', entry };
  return { kind: 'form', entry, xmlns, title: evaluator.readable(entry.text), datums };
}

/** The screen of an assertion that does not hold; one that cannot be evaluated does not. */
function check(
  assertion: Assertion,
  entry: Entry | undefined,
  evaluator: Evaluator,
  { world }: SessionState,
): AssertionScreen | undefined {
  if (world.handlesAssertion?.(assertion) === true) return undefined;
  if (holds(assertion.test, evaluator)) return undefined;
  return { kind: 'assertion', entry, key: assertion.key, text: evaluator.text(assertion.text) };
}
