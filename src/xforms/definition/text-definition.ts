import type { CompiledExpression } from '../../xpath/compiled-expression.ts';

/**
 * Text of a form: written in place, or by an itext id that is literal or computed. `ref` reads a value
 * (`<label ref="name"/>` in an itemset).
 */
export type TextDefinition =
  | { readonly kind: 'inline'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'itext'; readonly id: string | CompiledExpression }
  | { readonly kind: 'ref'; readonly expression: CompiledExpression };

/** Literal text, or the expression of an `<output>`. */
export type TextPart = string | CompiledExpression;

/**
 * What a text comes to in the current language. `markdown` is the same text as markdown source, where the form has it:
 * show that one, and `text` where plain text is needed. Media are `jr://` references.
 */
export interface FormText {
  readonly text: string;
  readonly markdown: string | undefined;
  readonly image: string | undefined;
  readonly audio: string | undefined;
  readonly video: string | undefined;
}
