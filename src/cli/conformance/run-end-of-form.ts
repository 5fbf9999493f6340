import type { AppSession } from '../../suite/app-session.ts';
import type { FormScreen, Screen } from '../../suite/screen.ts';
import { FormParseError } from '../../xforms/definition/form-parse-error.ts';
import { parseForm } from '../../xforms/definition/parse-form.ts';
import { FormInstance } from '../../xforms/form-instance.ts';
import { caseDifference } from './case-json.ts';
import type { Placeholders } from './compare-values.ts';
import { differs, firstDifference } from './compare-values.ts';
import type { ScreenJson } from './describe-screen.ts';
import { screenDifference } from './describe-screen.ts';
import { exactTextDifference } from './exact-texts.ts';
import { stepDifference } from './form-steps.ts';
import { applyForm, refusalOf } from './run-cases.ts';
import type { NavigationLine, WalkedSession } from './run-navigation.ts';

/** Where a form came to its end: an error, or the cases that it changed and the screen that follows. */
interface FormEnd {
  readonly error?: { readonly phase: 'open' | 'submit' | 'stack'; readonly message: string };
  readonly changed: ReturnType<typeof applyForm>;
  readonly screen: Screen;
}

/** Opens the form to which a path has led, answers, finalizes and applies it, and runs the entry's stack. */
export function endOfFormDifference(
  line: NavigationLine,
  walked: WalkedSession,
  placeholders: Placeholders,
): string | undefined {
  const { screen } = walked;
  if (screen.kind !== 'form') return differs('path', 'a form', screen);
  const opened = openForm(line, walked, screen);
  if (typeof opened === 'string') return errorDifference(line, { phase: 'open', message: opened });
  const steps = (line.answers ?? []).map((answer) => ({ status: 'ok', ...answer }));
  const refused = stepDifference(steps, opened);
  if (refused !== undefined) return refused;
  const end = finish(opened, line, walked);
  if (line.error !== undefined || end.error !== undefined) return errorDifference(line, end.error);
  return (
    casesDifference(line, end, placeholders) ??
    nextDifference(line, end.screen, walked, placeholders)
  );
}

/** The form, or why it cannot be opened. */
function openForm(
  line: NavigationLine,
  { session, environment: surroundings }: WalkedSession,
  { xmlns }: FormScreen,
): FormInstance | string {
  const file = session.app.forms.get(xmlns);
  if (file === undefined) return `the app has no form ${xmlns}`;
  const environment = {
    ...surroundings,
    instance: (src: string, id: string) => session.instance(src, id),
  };
  try {
    const definition = parseForm(file.text, file.path);
    const form = FormInstance.create(definition, { environment, language: line.locale });
    return form.problems[0]?.message ?? form;
  } catch (error) {
    if (error instanceof FormParseError) return error.message;
    throw error;
  }
}

function finish(form: FormInstance, line: NavigationLine, walked: WalkedSession): FormEnd {
  const { session, database, world } = walked;
  form.revalidate();
  let changed: FormEnd['changed'] = [];
  const message = refusalOf(() => {
    changed = applyForm(form.submissionElement(), database, world.user.userId, line.now);
  });
  if (message !== undefined)
    return { error: { phase: 'submit', message }, changed, screen: session.screen };
  const screen = answeredSearches(session.finish(), session);
  return screen.kind === 'error'
    ? { error: { phase: 'stack', message: screen.message }, changed, screen }
    : { changed, screen };
}

/** A line does not say what is found by the searches that a stack makes by itself: nothing. */
function answeredSearches(screen: Screen, session: AppSession): Screen {
  let shown = screen;
  while (shown.kind === 'query' && shown.datum === undefined) {
    shown = session.answerQuery('<results/>');
  }
  return shown;
}

function errorDifference(
  { error, phase }: NavigationLine,
  actual: FormEnd['error'],
): string | undefined {
  if (error === undefined) return differs('error', undefined, actual);
  if (actual?.phase !== phase) return differs('error', { phase, message: error.message }, actual);
  return exactTextDifference(error.message, actual?.message ?? '', 'error');
}

function casesDifference(
  { casesChanged, tz = 'UTC' }: NavigationLine,
  { changed }: FormEnd,
  placeholders: Placeholders,
): string | undefined {
  return casesChanged && caseDifference(casesChanged, changed, tz, placeholders);
}

/** Without a stack that leads on, the session is at home. A stack may lead there too: the screen then says it all. */
function nextDifference(
  { screen, hasNext }: NavigationLine,
  actual: Screen,
  { session }: WalkedSession,
  placeholders: Placeholders,
): string | undefined {
  const leadsOn = session.frame.length > 0 || actual.kind === 'link';
  if (hasNext === false && leadsOn) return differs('hasNext', hasNext, session.frame);
  if (typeof screen !== 'object' || screen === null) {
    return leadsOn ? firstDifference('home', actual.kind, 'screen') : undefined;
  }
  return screenDifference(screen as ScreenJson, actual, session, placeholders);
}
