import { CaseDatabase } from '../../case/case-database.ts';
import { AppSession } from '../../suite/app-session.ts';
import type { Screen } from '../../suite/screen.ts';
import type { XPathEnvironment } from '../../xpath/xpath-scope.ts';
import { appEnvironment, appWorld } from './app-world.ts';
import type { CaseJson } from './case-json.ts';
import { firstDifference, Placeholders } from './compare-values.ts';
import type { ScreenJson } from './describe-screen.ts';
import { automaticSteps, screenDifference } from './describe-screen.ts';
import type { Resources } from './find-resources.ts';
import type { FormStep } from './form-line.ts';
import type { ConformanceLine } from './line-runner.ts';
import { restoreWorld } from './restore-world.ts';
import type { RestoreWorld } from './restore-world.ts';
import { endOfFormDifference } from './run-end-of-form.ts';

/** One line of a `navigation.jsonl`: the screen at the end of a path, or the screen after the form there. */
export interface NavigationLine
  extends ConformanceLine, Partial<Omit<ScreenJson, 'screen' | 'error'>> {
  readonly kind: 'screen' | 'end-of-form';
  readonly app: string;
  readonly restore: string;
  readonly locale: string;
  readonly now: string;
  readonly tz?: string;
  readonly path: readonly PathStep[];
  /** Answers of the search server by name. */
  readonly responses: Readonly<Record<string, string>>;
  readonly auto?: readonly AutoJson[];
  /** Of a `screen` line its kind; of an `end-of-form` line the whole screen. */
  readonly screen?: ScreenJson['screen'] | ScreenJson;
  readonly answers?: readonly FormStep[];
  readonly hasNext?: boolean;
  readonly casesChanged?: readonly CaseJson[];
  readonly error?: { readonly message: string };
  readonly phase?: 'open' | 'submit' | 'stack';
}

/** What was set without the user before step `before` of the path. */
interface AutoJson {
  readonly before: number;
  readonly set: readonly {
    readonly computed?: string;
    readonly autoSelected?: string;
    readonly value: unknown;
  }[];
}

type PathStep =
  | { readonly command: string }
  | { readonly select: string }
  | { readonly selectMany: readonly string[] }
  | { readonly action: number }
  | { readonly query: string }
  | { readonly post: true }
  | { readonly finish: true };

/** A session that has walked the path of a line. */
export interface WalkedSession {
  readonly session: AppSession;
  readonly database: CaseDatabase;
  readonly world: RestoreWorld;
  readonly environment: XPathEnvironment;
  readonly screen: Screen;
  /** The datums that stood in the frame without the user's doing, after so many steps of the path. */
  readonly auto: readonly ReturnType<typeof automaticSteps>[];
}

export function runNavigation(line: NavigationLine, resources: Resources): string | undefined {
  const walked = walk(line, resources);
  const placeholders = new Placeholders();
  if (line.kind === 'end-of-form') return endOfFormDifference(line, walked, placeholders);
  return (
    screenDifference(line as ScreenJson, walked.screen, walked.session, placeholders) ??
    autoDifference(line, walked, placeholders)
  );
}

function walk(line: NavigationLine, resources: Resources): WalkedSession {
  const world = restoreWorld(line.restore, line.now, resources);
  const database = new CaseDatabase(world.database.cases());
  const environment = appEnvironment(line);
  const place = appWorld(line, world, database, environment);
  const session = new AppSession(resources.app(line.app), place);
  let { screen } = session;
  const auto: ReturnType<typeof automaticSteps>[] = [[]];
  for (const step of line.path) {
    screen = take(step, session, line, resources);
    auto.push(automaticSteps(session.frame));
  }
  return { session, database, world, environment, screen, auto };
}

function take(
  step: PathStep,
  session: AppSession,
  line: NavigationLine,
  resources: Resources,
): Screen {
  if ('command' in step) return session.choose(step.command);
  if ('select' in step) return session.select(step.select);
  if ('selectMany' in step) return session.selectMany(step.selectMany);
  if ('action' in step) return session.act(offeredAction(step.action, session));
  if ('query' in step) return answerQuery(step.query, session, line, resources);
  return 'post' in step ? session.finishPost() : session.finish();
}

/** The data count the actions that are shown. */
function offeredAction(position: number, { screen }: AppSession): number {
  const actions = screen.kind === 'list' ? screen.actions : [];
  const action = actions[position];
  if (action === undefined)
    throw new RangeError(`the list shows ${actions.length} actions, not action ${position}`);
  return action.index;
}

/** The prompts are left as they are proposed. */
function answerQuery(
  name: string,
  session: AppSession,
  { responses }: NavigationLine,
  resources: Resources,
): Screen {
  const file = responses[name];
  if (file === undefined) throw new RangeError(`The line has no response ${name}`);
  return session.answerQuery(resources.text(file));
}

/** Each datum that is stated to be set without the user has to be. */
function autoDifference(
  { auto = [] }: NavigationLine,
  walked: WalkedSession,
  placeholders: Placeholders,
): string | undefined {
  for (const { before, set } of auto) {
    const found = walked.auto[before] ?? [];
    for (const { computed, autoSelected, value } of set) {
      const id = computed ?? autoSelected;
      const actual = found.findLast((step) => step.id === id)?.value;
      const difference = firstDifference(
        value,
        actual,
        `auto, ${id} before step ${before}`,
        placeholders,
      );
      if (difference !== undefined) return difference;
    }
  }
  return undefined;
}
