import type { AppDefinition } from '../../suite/app-definition.ts';
import { holds } from '../../suite/holds.ts';
import { buildMenuScreen, menuAssertions } from '../../suite/menu-screen.ts';
import type { MenuSource } from '../../suite/menu-screen.ts';
import { SessionInstances } from '../../suite/session-instances.ts';
import { appWorld } from './app-world.ts';
import { differs, firstDifference } from './compare-values.ts';
import { AppDescription, DATUM } from './describe-app.ts';
import type { AppEvaluators } from './describe-app.ts';
import type { Resources } from './find-resources.ts';
import type { ConformanceLine } from './line-runner.ts';
import { restoreWorld } from './restore-world.ts';
import { withUnknownFrom } from './unknown-values.ts';

type Json = Readonly<Record<string, unknown>>;

/** One line of an `apps.jsonl`: the skeleton of an app, and what of it an empty session shows. */
export interface AppLine extends ConformanceLine {
  readonly app: string;
  readonly restore: string;
  readonly locale: string;
  readonly locales: readonly string[];
  readonly now: string;
  readonly profile: Json;
  readonly menus: readonly Json[];
  readonly entries: readonly (Json & { readonly id: string })[];
  readonly details: readonly (Json & { readonly id: string })[];
  readonly endpoints: readonly (Json & { readonly id: string })[];
  readonly choices: Readonly<Record<string, readonly string[] | { readonly error: unknown }>>;
}

export function runApp(line: AppLine, resources: Resources): string | undefined {
  const app = resources.app(line.app);
  const evaluators = evaluatorsOf(app, line, resources);
  const description = new AppDescription(app, evaluators);
  const menus = app.menus.map((menu) => description.menu(menu));
  const entries = [...app.entries.values()].map((entry) => description.entry(entry));
  const details = [...app.details.values()].map((detail) => description.detail(detail, detail.id));
  const endpoints = [...app.endpoints.values()].map((endpoint) => description.endpoint(endpoint));
  return (
    stated(line.profile, description.profile(), 'profile') ??
    stated(line.menus.map(withoutMediaError), menus, 'menus') ??
    stated(byId(line.entries.map(sortedQueries)), byId(entries.map(sortedQueries)), 'entries') ??
    stated(byId(line.details), byId(details), 'details') ??
    stated(byId(line.endpoints), byId(endpoints), 'endpoints') ??
    choicesDifference(line, app, evaluators)
  );
}

function stated(expected: unknown, actual: unknown, place: string): string | undefined {
  return firstDifference(withUnknownFrom(inOurWords(expected), actual), actual, place);
}

/** Leaves out distinctions of the reference engine that an app definition of ours does not make. */
function inOurWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOurWords);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, inOurWord(key, part)]);
  return Object.fromEntries(entries);
}

function inOurWord(key: string, value: unknown): unknown {
  return key === 'type' && value === 'SELECTED_ENTITIES' ? DATUM : inOurWords(value);
}

/** Where the reference engine found no text for the media, ours may. */
function withoutMediaError({ mediaError, ...menu }: Json): Json {
  return mediaError === undefined
    ? menu
    : { ...menu, image: { error: true }, audio: { error: true } };
}

/** The order of the parameters of a query says nothing, nor how often a key is there. */
function sortedQueries<T extends object>(entry: T): T {
  const { datums } = entry as { datums?: readonly Json[] };
  return {
    ...entry,
    datums: datums?.map((datum) =>
      datum['kind'] === 'query'
        ? { ...datum, data: distinct(datum['data']), prompts: distinct(datum['prompts']) }
        : datum,
    ),
  };
}

function distinct(keys: unknown): unknown[] {
  return [...new Set(keys as unknown[])].toSorted();
}

function byId(all: readonly object[]): object {
  return Object.fromEntries(all.map((each) => [(each as { id: string }).id, each]));
}

function evaluatorsOf(app: AppDefinition, line: AppLine, resources: Resources): AppEvaluators {
  const world = restoreWorld(line.restore, line.now, resources);
  const instances = new Map(
    line.locales.map((locale) => {
      const place = appWorld({ ...line, locale }, world, world.database);
      return [locale, new SessionInstances(app, place, [])];
    }),
  );
  const fallback = new SessionInstances(app, appWorld(line, world, world.database), []);
  return {
    locales: line.locales,
    evaluator: (language, declarations) =>
      (instances.get(language) ?? fallback).evaluator(declarations),
    instance: (src, id) => fallback.instance(src, id),
  };
}

function choicesDifference(
  { choices, locale }: AppLine,
  app: AppDefinition,
  evaluators: AppEvaluators,
): string | undefined {
  const source: MenuSource = {
    app,
    datums: {},
    evaluator: (instances) => evaluators.evaluator(locale, instances),
    instance: (src, id) => evaluators.instance(src, id),
  };
  for (const [menuId, expected] of Object.entries(choices)) {
    const found = menuDifference(menuId, expected, source);
    if (found !== undefined) return found;
  }
  return undefined;
}

function menuDifference(
  menuId: string,
  expected: AppLine['choices'][string],
  source: MenuSource,
): string | undefined {
  const place = `choices of ${menuId}`;
  const refused = menuAssertions(source, menuId).find(
    ({ assertion, evaluator }) => !holds(assertion.test, evaluator),
  );
  const { choices, problems } = buildMenuScreen(source, menuId);
  const ids = choices.map(({ id }) => id);
  if (Array.isArray(expected)) {
    return refused === undefined
      ? firstDifference(expected, ids, place)
      : differs(place, expected, `the assertion ${refused.assertion.test}`);
  }
  return refused !== undefined || problems.length > 0 ? undefined : differs(place, expected, ids);
}
