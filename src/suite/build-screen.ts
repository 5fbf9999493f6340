import { faultMessage } from './app-fault.ts';
import type { AppWorld } from './app-world.ts';
import type { Assertion } from './assertion.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import { buildListScreen, holds } from './list-screen.ts';
import type { MenuSource } from './menu-screen.ts';
import { buildMenuScreen, menuAssertions } from './menu-screen.ts';
import type { Need } from './needed-data.ts';
import type { QueryAnswers } from './query-datum.ts';
import { buildPostScreen, buildQueryScreen, openQueryScreen } from './query-screen.ts';
import type { AssertionScreen, ErrorScreen, Screen } from './screen.ts';
import type { QueryStep } from './session-step.ts';

/** What a screen is made from: the app and where a session stands in it. */
export interface ScreenSource extends MenuSource {
  readonly world: AppWorld;
  /** True when the post of the present entry has been sent. */
  readonly posted: boolean;
  /** What the person has answered to the prompts of the present query; `undefined` before. */
  readonly answers: QueryAnswers | undefined;
  /** A search that has to be made before anything else. */
  readonly openQuery: QueryStep | undefined;
}

/** The screen that asks for what is needed. What the app got wrong is an error screen that names the place. */
export function buildScreen(need: Need, source: ScreenSource): Screen {
  const place = need.kind === 'command' ? `menu ${need.menuId}` : need.entry.commandId;
  try {
    if (source.openQuery !== undefined) return openQueryScreen(source.openQuery, source.answers);
    if (need.kind === 'command') return menuScreen(need.menuId, source);
    if (need.kind === 'done') return endScreen(need.entry, source);
    return datumScreen(need, source);
  } catch (error) {
    return errorScreen(error, place);
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

function menuScreen(menuId: string, source: ScreenSource): Screen {
  for (const { assertion, evaluator } of menuAssertions(source, menuId)) {
    const failure = check(assertion, undefined, evaluator, source);
    if (failure !== undefined) return failure;
  }
  return buildMenuScreen(source, menuId);
}

function datumScreen(
  { entry, datum }: Need & { readonly kind: 'datum' },
  { app, evaluator, answers }: ScreenSource,
): Screen {
  const inEntry = evaluator(entry.instances);
  if (datum.kind === 'entity') return buildListScreen(app, entry, datum, inEntry);
  if (datum.kind === 'query') return buildQueryScreen(entry, datum, inEntry, answers);
  throw new RangeError(`Datum ${datum.id} is computed and has no screen`);
}

function endScreen(entry: Entry, source: ScreenSource): Screen {
  const evaluator = source.evaluator(entry.instances);
  for (const assertion of entry.assertions) {
    const failure = check(assertion, entry, evaluator, source);
    if (failure !== undefined) return failure;
  }
  const post = source.posted ? undefined : buildPostScreen(entry, evaluator);
  return post ?? formScreen(entry, evaluator, source);
}

function formScreen(entry: Entry, evaluator: Evaluator, { datums }: ScreenSource): Screen {
  const { xmlns } = entry;
  if (xmlns === undefined) return { kind: 'end', entry };
  return { kind: 'form', entry, xmlns, title: evaluator.readable(entry.text), datums };
}

/** The screen of an assertion that does not hold; one that cannot be evaluated does not. */
function check(
  assertion: Assertion,
  entry: Entry | undefined,
  evaluator: Evaluator,
  { world }: ScreenSource,
): AssertionScreen | undefined {
  if (world.handlesAssertion?.(assertion) === true) return undefined;
  if (holds(assertion.test, evaluator)) return undefined;
  return { kind: 'assertion', entry, key: assertion.key, text: evaluator.text(assertion.text) };
}
