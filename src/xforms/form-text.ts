import type { CompiledExpression } from '../xpath/compiled-expression.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import type { ItextDefinition, ItextValues } from './definition/itext-definition.ts';
import type { FormText, TextDefinition, TextPart } from './definition/text-definition.ts';

/** Where a text is read: the node that outputs are evaluated on, and the language. */
export interface TextContext {
  readonly node: XPathNode;
  readonly scope: XPathScope;
  readonly itext: ItextDefinition;
  readonly language: string;
}

/** The text that a definition comes to. An itext id that no translation has is shown as it is. */
export function formText(definition: TextDefinition, context: TextContext): FormText {
  switch (definition.kind) {
    case 'inline':
      return plainText(joinParts(definition.parts, context));
    case 'ref':
      return plainText(evaluateText(definition.expression, context));
    case 'itext': {
      const { id } = definition;
      return itextText(typeof id === 'string' ? id : evaluateText(id, context), context);
    }
  }
}

/** A text by its itext id, in the context's language. */
export function itextText(id: string, context: TextContext): FormText {
  const values = itextValues(id, context);
  if (values === undefined) return plainText(id);
  const value = (form: string) => {
    const parts = values.get(form);
    return parts === undefined ? undefined : joinParts(parts, context);
  };
  return {
    text: value('long') ?? value('') ?? value('short') ?? '',
    markdown: value('markdown'),
    image: value('image'),
    audio: value('audio'),
    video: value('video'),
  };
}

/** The current language first, then the default one: a missing translation is better read than not seen. */
function itextValues(id: string, { itext, language }: TextContext): ItextValues | undefined {
  return (
    itext.translations.get(language)?.get(id) ??
    itext.translations.get(itext.defaultLanguage)?.get(id)
  );
}

export function plainText(text: string): FormText {
  return { text, markdown: undefined, image: undefined, audio: undefined, video: undefined };
}

function joinParts(parts: readonly TextPart[], context: TextContext): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : evaluateText(part, context)))
    .join('');
}

function evaluateText(expression: CompiledExpression, { node, scope }: TextContext): string {
  return expression.evaluateString(node, scope);
}
