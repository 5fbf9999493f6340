import { xmlElement } from '../xml/xml-element.ts';
import { staticDocument } from '../xpath/static-node.ts';
import type { Entry, PostData } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import type { QueryData, QueryDatum, QueryItemset, QueryPrompt } from './query-datum.ts';
import type { PostScreen, QueryChoice, QueryField, QueryParameter, QueryScreen } from './screen.ts';

/** What a search server is to be asked, with the first answers of its prompts. Throws XPath errors. */
export function buildQueryScreen(
  entry: Entry,
  datum: QueryDatum,
  evaluator: Evaluator,
): QueryScreen {
  const prompts = datum.prompts.filter((prompt) => !prompt.hidden);
  const answers = prompts.map((prompt) => firstAnswer(prompt, evaluator));
  const answered = withAnswers(datum, prompts, answers, evaluator);
  return {
    kind: 'query',
    entry,
    datum,
    title: evaluator.readable(datum.title),
    url: datum.url,
    prompts: prompts.map((prompt, at) => describePrompt(prompt, answers[at] ?? '', answered)),
    parameters: datum.data.flatMap((data) => parametersOf(data, evaluator)),
  };
}

function firstAnswer({ defaultValue }: QueryPrompt, evaluator: Evaluator): string {
  return defaultValue === undefined ? '' : evaluator.string(defaultValue);
}

/** The answers are an instance of their own, which the choices of other prompts read. */
function withAnswers(
  { id }: QueryDatum,
  prompts: readonly QueryPrompt[],
  answers: readonly string[],
  evaluator: Evaluator,
): Evaluator {
  const fields = prompts.map(({ key }, at) =>
    xmlElement('field', '', { name: key }, [answers[at] ?? '']),
  );
  const source = `search-input:${id}`;
  const document = staticDocument(xmlElement('input', '', { id: source }, fields));
  return evaluator.withInstance(source, document);
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

function describePrompt(prompt: QueryPrompt, value: string, evaluator: Evaluator): QueryField {
  return {
    key: prompt.key,
    text: evaluator.readable(prompt.display.text),
    input: prompt.input,
    hint: evaluator.readable(prompt.display.hint),
    receive: prompt.receive,
    choices: prompt.itemset === undefined ? [] : choicesOf(prompt.itemset, evaluator),
    required: prompt.required !== undefined && isRequired(prompt.required, evaluator),
    value,
  };
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

function isRequired(test: string, evaluator: Evaluator): boolean {
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
