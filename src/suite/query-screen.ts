import type { Entry, PostData } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import type { QueryData, QueryDatum, QueryPrompt } from './query-datum.ts';
import type { PostScreen, QueryField, QueryParameter, QueryScreen } from './screen.ts';

/** What a search server is to be asked, with the first answers of its prompts. Throws XPath errors. */
export function buildQueryScreen(
  entry: Entry,
  datum: QueryDatum,
  evaluator: Evaluator,
): QueryScreen {
  return {
    kind: 'query',
    entry,
    datum,
    title: evaluator.readable(datum.title),
    url: datum.url,
    prompts: datum.prompts
      .filter((prompt) => !prompt.hidden)
      .map((prompt) => describePrompt(prompt, evaluator)),
    parameters: datum.data.flatMap((data) => parametersOf(data, evaluator)),
  };
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

function describePrompt(prompt: QueryPrompt, evaluator: Evaluator): QueryField {
  return {
    key: prompt.key,
    text: evaluator.readable(prompt.display.text),
    input: prompt.input,
    required: prompt.required !== undefined && isRequired(prompt.required, evaluator),
    value: prompt.defaultValue === undefined ? '' : evaluator.string(prompt.defaultValue),
  };
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
