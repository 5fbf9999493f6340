import { errorScreen } from './build-screen.ts';
import type { DetailAction } from './detail.ts';
import type { Evaluator } from './evaluator.ts';
import { launchedAction } from './list-screen.ts';
import type { ErrorScreen, MenuScreen } from './screen.ts';
import type { ComputedDatum, EntityDatum } from './session-datum.ts';
import type { SessionState } from './session-state.ts';
import type { CommandStep, DatumStep, SessionStep } from './session-step.ts';
import { isOfPerson, openQuery } from './session-step.ts';

/**
 * What the app settles here without the person: an id that is computed, the only row that there is. `undefined` where somebody has
 * to choose; an error screen where the app's expression is at fault.
 */
export function automaticDatum(state: SessionState): DatumStep | ErrorScreen | undefined {
  const { need } = state;
  if (need.kind !== 'datum' || need.datum.kind === 'query') return undefined;
  const { entry, datum } = need;
  try {
    const value = valueOf(datum, state.evaluator());
    return value === undefined
      ? undefined
      : { kind: 'datum', id: datum.id, value, automatic: true };
  } catch (error) {
    return errorScreen(error, `${entry.commandId}, datum ${datum.id}`);
  }
}

/** The only choice of a menu; `undefined` where there are others. */
export function onlyCommand({ choices }: MenuScreen): CommandStep | undefined {
  const [choice, ...others] = choices;
  if (choice === undefined || others.length > 0) return undefined;
  return { kind: 'command', id: choice.id, automatic: true };
}

/** The action that the list starts by itself; `coming` are the rows that will be chosen next, where that is known already. */
export function actionToLaunch(
  state: SessionState,
  coming: readonly string[],
): DetailAction | undefined {
  const { need, world, app, frame } = state;
  if (world.launchesActions !== true || openQuery(frame) !== undefined) return undefined;
  if (need.kind !== 'datum' || need.datum.kind !== 'entity') return undefined;
  return launchedAction(app.details.get(need.datum.detailSelect ?? ''), coming, state.evaluator());
}

/** Whether going back, having just taken `popped` away, goes on past this place: nobody has anything to do there. */
export function passesOver(state: SessionState, popped: SessionStep | undefined): boolean {
  // A mark goes with the step that follows it; what lies before it is the person's own place.
  if (popped !== undefined && popped.kind !== 'mark' && !isOfPerson(popped)) return true;
  if (state.frame.at(-1)?.kind === 'mark') return true;
  // A list that starts something by itself would lead forward again.
  if (actionToLaunch(state, []) !== undefined) return true;
  return asksNobody(state) || (popped?.kind === 'query' && showsPromptsBeside(state));
}

/** The prompts of such a search stood beside the list that one leaves. */
function showsPromptsBeside({ need }: SessionState): boolean {
  return need.kind === 'datum' && need.datum.kind === 'query' && need.datum.dynamicSearch;
}

function asksNobody({ need }: SessionState): boolean {
  return need.kind === 'done' || (need.kind === 'datum' && need.datum.kind === 'computed');
}

function valueOf(datum: ComputedDatum | EntityDatum, evaluator: Evaluator): string | undefined {
  return datum.kind === 'computed' ? evaluator.string(datum.function) : onlyRow(datum, evaluator);
}

function onlyRow(datum: EntityDatum, evaluator: Evaluator): string | undefined {
  // A row with a detail is shown before it is confirmed, also when it is the only one.
  if (!datum.autoselect || datum.detailConfirm !== undefined) return undefined;
  const [node, ...others] = evaluator.nodes(datum.nodeset);
  return node && others.length === 0 ? evaluator.at(node).string(datum.value) : undefined;
}
