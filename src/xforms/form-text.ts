import type { CompiledExpression, Dialect } from '../xpath/compiled-expression.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import { attempt } from './attempt.ts';
import type { ItextDefinition, ItextValues } from './definition/itext-definition.ts';
import type { FormText, TextDefinition, TextPart } from './definition/text-definition.ts';
import type { MarkdownPart } from './markdown/inserted-values.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { isUnmarked, plainBlocks } from './markdown/plain-text.ts';

/** Where a text is read: the node that outputs are evaluated on, and the language. */
export interface TextContext {
  readonly node: XPathNode;
  readonly scope: XPathScope;
  readonly itext: ItextDefinition;
  readonly language: string;
  readonly dialect: Dialect;
}

/** The text that a definition comes to. An itext id that no translation has is shown as it is. */
export function formText(definition: TextDefinition, context: TextContext): FormText {
  switch (definition.kind) {
    case 'inline':
      return wordsAlone(fillParts(definition.parts, context), context);
    case 'ref':
      return wordsAlone([referredText(definition, context)], context);
    case 'itext': {
      const { id } = definition;
      return itextText(typeof id === 'string' ? id : evaluateText(id, context), context);
    }
  }
}

function referredText(
  { expression, otherwise }: TextDefinition & { kind: 'ref' },
  context: TextContext,
): string {
  if (otherwise === undefined) return evaluateText(expression, context);
  const text = attempt(
    () => evaluateText(expression, context),
    '',
    () => undefined,
  );
  return text === '' ? otherwise : text;
}

/** A text by its itext id, in the context's language. */
export function itextText(id: string, context: TextContext): FormText {
  const found = itextValues(id, context);
  if (found === undefined) return plainText(id);
  const filled = new Map([...found].map(([form, parts]) => [form, fillParts(parts, context)]));
  const words = filled.get('long') ?? filled.get('') ?? filled.get('short') ?? [];
  const forms = new Map([...filled].map(([form, parts]) => [form, joinParts(parts)]));
  return makeText(words, markdownOf(words, forms, context), forms);
}

/** What the function `jr:itext(id)` gives. Both engines answer with the id in brackets where no text has it. */
export function computedItext(id: string, context: TextContext): string {
  return itextValues(id, context) === undefined ? `[itext:${id}]` : itextText(id, context).text;
}

/** The current language first, then the default one: a missing translation is better read than not seen. */
function itextValues(id: string, { itext, language }: TextContext): ItextValues | undefined {
  const own = itext.translations.get(language)?.get(id);
  const otherwise = itext.translations.get(itext.defaultLanguage)?.get(id);
  if (own === undefined || own === otherwise) return otherwise;
  return otherwise === undefined ? own : withMediaOf(otherwise, own);
}

/** A picture or recording is shown in the default language where the current one has none. */
function withMediaOf(otherwise: ItextValues, own: ItextValues): ItextValues {
  const media = [...otherwise].filter(([form]) => MEDIA.has(form) && !own.has(form));
  return media.length === 0 ? own : new Map([...own, ...media]);
}

const MEDIA: ReadonlySet<string> = new Set(['image', 'big-image', 'audio', 'video']);

/** Every text of an ODK form is markdown; in CommCare's only one that says so, with all that is put in taken for markdown, too. */
function markdownOf(
  words: readonly MarkdownPart[],
  forms: FormText['forms'],
  { dialect }: TextContext,
): readonly MarkdownPart[] | undefined {
  if (dialect === 'odk') return words;
  const markdown = forms.get('markdown');
  return markdown === undefined ? undefined : [markdown];
}

function wordsAlone(words: readonly MarkdownPart[], context: TextContext): FormText {
  return makeText(words, markdownOf(words, NO_FORMS, context), NO_FORMS);
}

/** Words without any formatting. */
export function plainText(text: string): FormText {
  return makeText([text], undefined, NO_FORMS);
}

const NO_FORMS: FormText['forms'] = new Map();

/** Most texts are never looked at as blocks, so that those are made when they are asked for. */
function makeText(
  words: readonly MarkdownPart[],
  markdown: readonly MarkdownPart[] | undefined,
  forms: FormText['forms'],
): FormText {
  const text = joinParts(words);
  let blocks: FormText['blocks'] | undefined;
  return {
    text,
    markdown: markdown && joinParts(markdown),
    image: forms.get('image'),
    audio: forms.get('audio'),
    video: forms.get('video'),
    forms,
    get blocks() {
      return (blocks ??= markdown === undefined ? plainBlocks(text) : markedBlocks(markdown));
    },
  };
}

function markedBlocks(markdown: readonly MarkdownPart[]): FormText['blocks'] {
  const text = joinParts(markdown);
  return isUnmarked(text) ? plainBlocks(text) : parseMarkdown(markdown);
}

function fillParts(parts: readonly TextPart[], context: TextContext): MarkdownPart[] {
  return parts.map((part) =>
    typeof part === 'string' ? part : { value: evaluateText(part, context) },
  );
}

function joinParts(parts: readonly MarkdownPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

function evaluateText(expression: CompiledExpression, { node, scope }: TextContext): string {
  return expression.evaluateString(node, scope);
}
