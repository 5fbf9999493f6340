import { xmlElement } from '../xml/xml-element.ts';
import { staticDocument } from '../xpath/static-node.ts';
import type { Entry, PostData } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import type {
  QueryAnswers,
  QueryData,
  QueryDatum,
  QueryItemset,
  QueryPrompt,
} from './query-datum.ts';
import { PromptFaults } from './prompt-faults.ts';
import { queryAnswer, queryValues } from './query-values.ts';
import type {
  PostScreen,
  QueryChoice,
  QueryField,
  QueryFieldProblem,
  QueryParameter,
  QueryScreen,
} from './screen.ts';
import type { QueryStep } from './session-step.ts';

/**
 * What a search server is to be asked. `given` are the answers so far; without them the prompts have their first answers. An answer
 * that is not among the choices (any more) is taken away. An XPath error of a prompt is the problem of that prompt; those of hidden
 * prompts and of what is sent beside them are thrown.
 */
export function buildQueryScreen(
  entry: Entry,
  datum: QueryDatum,
  evaluator: Evaluator,
  given: QueryAnswers | undefined,
): QueryScreen {
  const settled = settle(datum, given, evaluator);
  const parameters = datum.prompts.flatMap((prompt) => promptParameters(prompt, settled));
  const prompts = datum.prompts
    .filter((prompt) => !prompt.hidden)
    .map((prompt) => describePrompt(prompt, settled));
  return {
    kind: 'query',
    entry,
    datum,
    title: evaluator.readable(datum.title),
    description: evaluator.readable(datum.description),
    url: datum.url,
    prompts,
    answers: settled.answers,
    asksAtOnce:
      (datum.defaultSearch || datum.dynamicSearch) &&
      given === undefined &&
      mayBeAsked({ prompts }),
    parameters: [...datum.data.flatMap((data) => parametersOf(data, evaluator)), ...parameters],
  };
}

/** True when no prompt stands in the way of asking. */
export function mayBeAsked({ prompts }: Pick<QueryScreen, 'prompts'>): boolean {
  return prompts.every(({ problem }) => problem === undefined);
}

/** What a stack of the app asks for by itself: it is asked at once, and after a failure (`given`) when the person says so. */
export function openQueryScreen(
  { url, parameters = [] }: QueryStep,
  given: QueryAnswers | undefined,
): QueryScreen {
  return {
    ...{ kind: 'query', entry: undefined, datum: undefined, title: '', description: '', url },
    ...{ prompts: [], answers: {}, asksAtOnce: given === undefined, parameters },
  };
}

interface SettledAnswers {
  readonly answers: QueryAnswers;
  readonly choices: ReadonlyMap<string, readonly QueryChoice[]>;
  /** The evaluator that reads the answers as `instance('search-input:…')`. */
  readonly answered: Evaluator;
  readonly faults: PromptFaults;
}

/** Choices depend on answers and answers on choices: goes round until nothing changes. */
function settle(
  datum: QueryDatum,
  given: QueryAnswers | undefined,
  evaluator: Evaluator,
): SettledAnswers {
  const firstFaults = new PromptFaults();
  let answers = firstAnswers(datum, given, evaluator, firstFaults);
  for (let round = 0; ; round += 1) {
    const answered = withAnswers(datum, answers, evaluator);
    const faults = new PromptFaults(firstFaults);
    const choices = allChoices(datum, answered, faults);
    const kept = keepOffered(answers, choices, datum);
    const isSettled = kept === answers || round > datum.prompts.length;
    if (isSettled) return { answers, choices, answered, faults };
    answers = kept;
  }
}

function firstAnswers(
  { prompts }: QueryDatum,
  given: QueryAnswers | undefined,
  evaluator: Evaluator,
  faults: PromptFaults,
): QueryAnswers {
  const answers = prompts.map((prompt) => {
    const known = prompt.hidden ? undefined : given?.[prompt.key];
    const first = () => firstAnswer(prompt, given, evaluator);
    return [prompt.key, known ?? faults.attempt(prompt, '', first)];
  });
  return Object.fromEntries(answers) as QueryAnswers;
}

function firstAnswer(
  { defaultValue, hidden }: QueryPrompt,
  given: QueryAnswers | undefined,
  evaluator: Evaluator,
): string {
  if (defaultValue === undefined || (given !== undefined && !hidden)) return '';
  return evaluator.string(defaultValue);
}

/** The answers are an instance of their own, which choices, conditions and checks of prompts read. */
function withAnswers({ id }: QueryDatum, answers: QueryAnswers, evaluator: Evaluator): Evaluator {
  const fields = Object.entries(answers).map(([name, value]) =>
    xmlElement('field', '', { name }, [value]),
  );
  const source = `search-input:${id}`;
  const document = staticDocument(xmlElement('input', '', { id: source }, fields));
  return evaluator.withInstance(source, document);
}

/** Without those that could not be read: their answers stay. */
function allChoices({ prompts }: QueryDatum, answered: Evaluator, faults: PromptFaults) {
  const choices = new Map<string, readonly QueryChoice[]>();
  for (const prompt of prompts) {
    const { key, itemset } = prompt;
    const read = itemset && faults.attempt(prompt, undefined, () => choicesOf(itemset, answered));
    if (read !== undefined) choices.set(key, read);
  }
  return choices;
}

/** The same object when every answer is offered. */
function keepOffered(
  answers: QueryAnswers,
  choices: ReadonlyMap<string, readonly QueryChoice[]>,
  { prompts }: QueryDatum,
): QueryAnswers {
  let kept = answers;
  for (const [key, choicesOfPrompt] of choices) {
    const isBlankOffered = prompts.some((prompt) => prompt.key === key && prompt.allowsBlank);
    const offered = new Set(choicesOfPrompt.map(({ value }) => value));
    if (isBlankOffered) offered.add('');
    const values = queryValues(answers[key] ?? '');
    const valid = values.filter((value) => offered.has(value));
    if (valid.length < values.length) kept = { ...kept, [key]: queryAnswer(valid) };
  }
  return kept;
}

/** What an entry posts before it goes on; `undefined` when there is nothing to post (any more). Throws XPath errors. */
export function buildPostScreen(entry: Entry, evaluator: Evaluator): PostScreen | undefined {
  const { post } = entry;
  if (post === undefined) return undefined;
  const parameters = post.data.flatMap((data) => parametersOf(data, evaluator));
  if (post.relevant !== undefined && !isPosted(post.relevant, post.data, parameters, evaluator)) {
    return undefined;
  }
  return { kind: 'post', entry, post, url: post.url, parameters };
}

/** The condition sees each parameter as a variable: its values, or blank where all are excluded. */
function isPosted(
  relevant: string,
  data: readonly PostData[],
  parameters: readonly QueryParameter[],
  evaluator: Evaluator,
): boolean {
  const variables = data.map(({ key }): [string, string] => [
    key,
    parameters
      .filter((parameter) => parameter.key === key)
      .map(({ value }) => value)
      .join(' '),
  ]);
  return evaluator.with(variables).boolean(relevant);
}

function describePrompt(prompt: QueryPrompt, settled: SettledAnswers): QueryField {
  const { answers, choices, answered, faults } = settled;
  const value = answers[prompt.key] ?? '';
  const required = faults.attempt(prompt, false, () => isRequired(prompt, answered));
  return {
    key: prompt.key,
    text: answered.readable(prompt.display.text),
    input: prompt.input,
    hint: answered.readable(prompt.display.hint),
    receive: prompt.receive,
    group: answered.readable(prompt.group),
    choices: choices.get(prompt.key) ?? [],
    required,
    value,
    allowsBlank: prompt.allowsBlank,
    problem: problemOf(prompt, value, required, settled),
  };
}

function problemOf(
  prompt: QueryPrompt,
  value: string,
  required: boolean,
  settled: SettledAnswers,
): QueryFieldProblem | undefined {
  const { answered, faults } = settled;
  const fault = faults.textOf(prompt);
  if (fault !== undefined) return { kind: 'invalid', text: fault };
  if (value !== '') return failedCheck(prompt, settled);
  return required ? { kind: 'required', text: answered.readable(prompt.requiredText) } : undefined;
}

/** A check that cannot be evaluated with this answer is not passed; why stands behind the app's own words. */
function failedCheck(
  prompt: QueryPrompt,
  { answered, faults }: SettledAnswers,
): QueryFieldProblem | undefined {
  const failed = prompt.validations.find(
    ({ test }) => !faults.attempt(prompt, false, () => answered.boolean(test)),
  );
  if (failed === undefined) return undefined;
  const texts = [answered.readable(failed.text), faults.textOf(prompt) ?? ''];
  return { kind: 'invalid', text: texts.filter(Boolean).join(' ') };
}

function choicesOf(
  { nodeset, label, value, sort }: QueryItemset,
  evaluator: Evaluator,
): QueryChoice[] {
  const rows = evaluator.nodes(nodeset).map((node) => evaluator.at(node));
  const choices = rows.map((row) => ({
    value: row.string(value),
    label: row.string(label),
    key: sort === undefined ? '' : row.string(sort),
  }));
  if (sort !== undefined) choices.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return choices.map(({ value, label }) => ({ value, label }));
}

function isRequired({ required: test }: QueryPrompt, evaluator: Evaluator): boolean {
  if (test === undefined) return false;
  return test === 'true' || (test !== 'false' && evaluator.boolean(test));
}

/** One parameter, or one for each node of a nodeset; excluded ones are left out. */
function parametersOf(data: QueryData | PostData, evaluator: Evaluator): QueryParameter[] {
  const places =
    data.nodeset === undefined
      ? [evaluator]
      : evaluator.nodes(data.nodeset).map((node) => evaluator.at(node));
  return places
    .filter((place) => data.exclude === undefined || !place.boolean(data.exclude))
    .map((place) => ({ key: data.key, value: place.string(data.ref) }));
}

/** An excluded answer is still readable by the other prompts. */
function promptParameters(
  prompt: QueryPrompt,
  { answers, answered, faults }: SettledAnswers,
): QueryParameter[] {
  const { key, exclude } = prompt;
  const isExcluded = () => exclude !== undefined && answered.boolean(exclude);
  if (faults.attempt(prompt, true, isExcluded)) return [];
  return queryValues(answers[key] ?? '').map((value) => ({ key, value }));
}
