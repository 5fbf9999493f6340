import type { CompiledExpression } from '../../xpath/compiled-expression.ts';

/**
 * Text of a form: written in place, or by an itext id that is literal or computed. `ref` reads a node's own value
 * (`<label ref="name"/>` in an itemset).
 */
export type TextDefinition =
  | { readonly kind: 'inline'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'itext'; readonly id: string }
  | { readonly kind: 'ref'; readonly expression: CompiledExpression };

/** Literal text, or the expression of an `<output>`. */
export type TextPart = string | CompiledExpression;

/** What a text comes to in the current language. Media are `jr://` references; `markdown` tells how to read `text`. */
export interface FormText {
  readonly text: string;
  readonly markdown: boolean;
  readonly image: string | undefined;
  readonly audio: string | undefined;
  readonly video: string | undefined;
}
