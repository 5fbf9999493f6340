import { errorScreen } from './build-screen.ts';
import type { Evaluator } from './evaluator.ts';
import type { ErrorScreen, MenuScreen } from './screen.ts';
import type { ComputedDatum, EntityDatum } from './session-datum.ts';
import type { SessionState } from './session-state.ts';
import type { CommandStep, DatumStep } from './session-step.ts';

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

function valueOf(datum: ComputedDatum | EntityDatum, evaluator: Evaluator): string | undefined {
  return datum.kind === 'computed' ? evaluator.string(datum.function) : onlyRow(datum, evaluator);
}

function onlyRow(datum: EntityDatum, evaluator: Evaluator): string | undefined {
  // A row with a detail is shown before it is confirmed, also when it is the only one.
  if (!datum.autoselect || datum.detailConfirm !== undefined) return undefined;
  const [node, ...others] = evaluator.nodes(datum.nodeset);
  return node && others.length === 0 ? evaluator.at(node).string(datum.value) : undefined;
}
