import type { RichBlock } from '../markdown/rich-text.ts';
import type { CompiledExpression } from '../../xpath/compiled-expression.ts';

/**
 * Text of a form: written in place, or by an itext id that is literal or computed. `ref` reads a value
 * (`<label ref="name"/>` in an itemset); `otherwise` stands in where that is empty or fails.
 */
export type TextDefinition =
  | { readonly kind: 'inline'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'itext'; readonly id: string | CompiledExpression }
  | {
      readonly kind: 'ref';
      readonly expression: CompiledExpression;
      readonly otherwise?: string;
    };

/** Literal text, or the expression of an `<output>`. */
export type TextPart = string | CompiledExpression;

/** What a text comes to in the current language. Media are `jr://` references. */
export interface FormText {
  /** The words as they are written, without any formatting of their own. */
  readonly text: string;
  /** The same as markdown source; `undefined` where the text is plain, as CommCare's are unless they have a form `markdown`. */
  readonly markdown: string | undefined;
  /** The words formatted, whether they are markdown or plain; empty for an empty text. */
  readonly blocks: readonly RichBlock[];
  readonly image: string | undefined;
  readonly audio: string | undefined;
  readonly video: string | undefined;
  /** All that the itext has, by form: also `short`, `long`, `guidance`, `big-image` and those of the author's own; `''` is the plain one. */
  readonly forms: ReadonlyMap<string, string>;
}
