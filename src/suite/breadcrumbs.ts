import { entriesOf } from './needed-data.ts';
import type { SessionState } from './session-state.ts';
import type { SessionStep } from './session-step.ts';
import { isOfPerson } from './session-step.ts';

/** One place that the person went through; hand its index to `AppSession.goTo`. */
export interface Breadcrumb {
  readonly index: number;
  readonly text: string;
}

/** Where the person is, beginning with the app itself; what was settled without them is left out. */
export function breadcrumbsOf(state: SessionState): readonly Breadcrumb[] {
  const crumbs: Breadcrumb[] = [{ index: 0, text: state.app.profile.name }];
  for (const [index, step] of state.frame.entries()) {
    const text = isOfPerson(step) ? stepText(step, state) : '';
    if (text !== '') crumbs.push({ index: index + 1, text });
  }
  return crumbs;
}

function stepText(step: SessionStep, state: SessionState): string {
  if (step.kind === 'datum') return step.label ?? step.value;
  return step.kind === 'query' ? (step.label ?? '') : commandText(step.id, state);
}

function commandText(id: string, state: SessionState): string {
  const { app } = state;
  const menu = app.menus.find((candidate) => candidate.id === id);
  const display = menu?.display ?? app.entries.get(id)?.display;
  const instances = entriesOf(app, id).flatMap((entry) => entry.instances);
  return display === undefined ? id : state.evaluator(instances).readable(display.text);
}
