import type { AppSession } from '../../suite/app-session.ts';
import type {
  DetailTab,
  FormScreen,
  ListScreen,
  MenuScreen,
  QueryField,
  QueryParameter,
  QueryScreen,
  Screen,
} from '../../suite/screen.ts';
import { searchRows } from '../../suite/search-rows.ts';
import type { SessionStep } from '../../suite/session-step.ts';
import type { Placeholders } from './compare-values.ts';
import { differs, firstDifference } from './compare-values.ts';
import { withUnknownFrom } from './unknown-values.ts';

/** A screen as the data state it; which of the fields are there depends on `screen`. */
export interface ScreenJson {
  readonly screen:
    | 'menu'
    | 'list'
    | 'form'
    | 'assertion'
    | 'query'
    | 'post'
    | 'end-of-view'
    | 'smart-link'
    | 'error';
  readonly session?: readonly SessionStepJson[];
  readonly choices?: readonly ChoiceJson[];
  readonly rows?: readonly unknown[];
  readonly searches?: readonly {
    readonly text: string;
    readonly count: number;
    readonly ids: readonly string[];
  }[];
  readonly firstDetail?: readonly Readonly<Record<string, unknown>>[];
  readonly prompts?: readonly Readonly<Record<string, unknown>>[];
}

interface SessionStepJson {
  readonly id: string;
  readonly type: string;
  readonly value: unknown;
}

interface ChoiceJson {
  readonly id: string;
  readonly image?: string;
  readonly audio?: string;
  /** The reference engine could not find the media's own text. */
  readonly mediaError?: unknown;
}

const NAMES: Readonly<Record<Screen['kind'], ScreenJson['screen']>> = {
  menu: 'menu',
  list: 'list',
  form: 'form',
  assertion: 'assertion',
  query: 'query',
  post: 'post',
  end: 'end-of-view',
  link: 'smart-link',
  error: 'error',
};

/** The first difference between a screen and what is stated of it, the frame of the session included. */
export function screenDifference(
  expected: ScreenJson,
  actual: Screen,
  session: AppSession,
  placeholders: Placeholders,
): string | undefined {
  if (expected.screen === 'error' && tellsError(actual))
    return frameDifference(expected, session, placeholders);
  if (expected.screen !== NAMES[actual.kind])
    return differs('screen', expected.screen, summaryOf(actual));
  const described = describe(expected, actual, session);
  const stated = Object.keys(described).map((key) => [key, statedValue(expected, key)]);
  const wanted = withUnknownFrom(Object.fromEntries(stated), described);
  return (
    firstDifference(wanted, described, actual.kind, placeholders) ??
    frameDifference(expected, session, placeholders)
  );
}

/** An app at fault in one choice has its other choices shown, with the fault told beside them. */
function tellsError(screen: Screen): boolean {
  return screen.kind === 'error' || (screen.kind === 'menu' && screen.problems.length > 0);
}

function summaryOf(screen: Screen): unknown {
  if (screen.kind === 'error') return `error: ${screen.message}`;
  return screen.kind === 'assertion' ? `assertion: ${screen.text}` : screen.kind;
}

function statedValue(expected: ScreenJson, key: string): unknown {
  const value = (expected as unknown as Record<string, unknown>)[key];
  if (key === 'choices') return expected.choices?.map(choiceWithoutErrors);
  if (key === 'datums') return withoutSelectionNames(value as Readonly<Record<string, unknown>>);
  return value ?? undefined;
}

function choiceWithoutErrors(choice: ChoiceJson): unknown {
  const { mediaError, ...rest } = choice;
  return mediaError === undefined
    ? choice
    : { ...rest, image: { error: mediaError }, audio: { error: mediaError } };
}

function describe(expected: ScreenJson, screen: Screen, session: AppSession): object {
  switch (screen.kind) {
    case 'menu':
      return describeMenu(screen);
    case 'list':
      return describeList(expected, screen, session);
    case 'form':
      return describeForm(screen, session);
    case 'assertion':
      return { of: screen.entry === undefined ? 'menu' : 'entry', text: screen.text };
    case 'query':
      return describeQuery(screen);
    case 'post':
      return { url: screen.url, params: parameters(screen.parameters) };
    case 'link':
      return { url: screen.url };
    case 'end':
    case 'error':
      return {};
  }
}

function describeMenu({ menuId, title, choices }: MenuScreen): object {
  const described = choices.map(({ id, kind, text, image, audio, badge }) => {
    return { id, kind, text, image, audio, badge };
  });
  return { menu: menuId, title, choices: described };
}

/** How many rows the data state. */
const STATED_ROWS = 25;

function describeList(expected: ScreenJson, screen: ListScreen, session: AppSession): object {
  const datum = screen.entry.datums.find(({ id }) => id === screen.datumId);
  const rows = screen.rows
    .slice(0, STATED_ROWS)
    .map(({ id, cells, group }) => ({ id, cells, group }));
  const actions = screen.actions.map(({ text }) => text);
  return {
    datum: screen.datumId,
    detail: datum?.kind === 'entity' ? datum.detailSelect : undefined,
    title: screen.title,
    headers: screen.headers,
    count: screen.rows.length,
    rows,
    actions: actions.length > 0 ? actions : undefined,
    noItems: screen.emptyText || undefined,
    maxSelect: screen.maxSelect,
    ...describeSearches(expected, screen),
    ...describeDetail(expected, screen, session),
  };
}

function describeSearches({ searches }: ScreenJson, { rows }: ListScreen): object {
  if (searches === undefined) return {};
  const found = searches.map(({ text, ids }) => {
    const hits = searchRows(rows, text);
    return { text, count: hits.length, ids: hits.slice(0, ids.length).map(({ id }) => id) };
  });
  return { searches: found };
}

function describeDetail(
  { firstDetail }: ScreenJson,
  { rows }: ListScreen,
  session: AppSession,
): object {
  const [first] = rows;
  if (firstDetail === undefined || first === undefined) return {};
  const tabs = session.detail(first.id).map((tab, index) => {
    // The reference engine broke down over this page.
    return firstDetail[index]?.['error'] === undefined ? describeTab(tab) : firstDetail[index];
  });
  return { firstDetail: tabs };
}

function describeTab({ title, rows, table }: DetailTab): object {
  if (table === undefined) return { title, values: rows.map(({ label, value }) => [label, value]) };
  const headers = table.columns.map(({ header }) => header);
  return { title, count: table.rows.length, headers, rows: table.rows };
}

function describeForm({ xmlns, datums, entry }: FormScreen, { frame }: AppSession): object {
  const queries = new Set(frame.filter(({ kind }) => kind === 'query').map(({ id }) => id));
  const own = Object.entries(datums).filter(([id]) => !queries.has(id));
  const values = own.map(([id, value]) => {
    const chosen = frame.find(
      (step) => step.kind === 'datum' && step.id === id && step.value === value,
    );
    return [id, (chosen?.kind === 'datum' && chosen.chosen) || value];
  });
  // The form is shown because they all hold.
  const assertions = entry.assertions.length > 0 ? entry.assertions.map(() => true) : undefined;
  return { form: xmlns, datums: Object.fromEntries(values), assertions };
}

function describeQuery(screen: QueryScreen): object {
  const { datum, title, url, prompts } = screen;
  return {
    datum: datum?.id,
    title: title || undefined,
    url,
    defaultSearch: datum?.defaultSearch,
    dynamicSearch: datum?.dynamicSearch,
    params: parameters(screen.parameters),
    prompts: prompts.map(describePrompt),
  };
}

/** `choices`, `hint` and `receive` stand only where there are any. */
function describePrompt(prompt: QueryField): object {
  const { key, text, input, required, value, hint, receive, choices } = prompt;
  return {
    key,
    text,
    input: input || null,
    required,
    answer: value || null,
    ...(choices.length > 0 ? { choices } : {}),
    ...(hint === '' ? {} : { hint }),
    ...(receive === undefined ? {} : { receive }),
  };
}

function parameters(all: readonly QueryParameter[]): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const { key, value } of all) (values[key] ??= []).push(value);
  return values;
}

function frameDifference(
  { session: expected }: ScreenJson,
  session: AppSession,
  placeholders: Placeholders,
): string | undefined {
  if (expected === undefined) return undefined;
  const wanted = expected.map(({ id, type, value }) => ({
    id,
    kind: STEP_KINDS[type] ?? type,
    value: withoutSelectionName(value),
  }));
  return firstDifference(wanted, session.frame.map(describeStep), 'session', placeholders);
}

/** What was chosen together has a name that is made anew in every session. */
function withoutSelectionName(value: unknown): unknown {
  return typeof value === 'string' && /^selection-\d+$/.test(value) ? '<uuid>' : value;
}

function withoutSelectionNames(datums: Readonly<Record<string, unknown>> = {}): object {
  const entries = Object.entries(datums).map(([id, value]) => [id, withoutSelectionName(value)]);
  return Object.fromEntries(entries);
}

/** The reference engine tells computed datums from chosen ones in its frame; ours both are datums. */
const STEP_KINDS: Readonly<Record<string, string>> = {
  COMMAND_ID: 'command',
  CASE_ID: 'datum',
  COMPUTED_DATUM: 'datum',
  SELECTED_ENTITIES: 'datum',
  QUERY_REQUEST: 'query',
  MARK: 'mark',
};

function describeStep(step: SessionStep): object {
  const { id, kind } = step;
  if (step.kind === 'datum') return { id, kind, value: step.chosen ?? step.value };
  return { id, kind, value: step.kind === 'query' ? step.url : null };
}

/** The datums among some steps that were set without the user. */
export function automaticSteps(steps: readonly SessionStep[]): { id: string; value: unknown }[] {
  return steps.flatMap((step) =>
    step.kind === 'datum' && step.automatic
      ? [{ id: step.id, value: step.chosen ?? step.value }]
      : [],
  );
}
