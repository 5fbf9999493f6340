import { ImpossibleNodes, toNodes } from '../xpath/conversions.ts';
import { XPathEvaluationError } from '../xpath/xpath-error.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { Choice } from './choice.ts';
import { ItemsetChoice, plainChoice } from './choice.ts';
import type {
  ControlDefinition,
  ItemDefinition,
  ItemsetDefinition,
} from './definition/control-definition.ts';
import type { TextContext } from './form-text.ts';
import { formText, plainText } from './form-text.ts';

/** The choices that a select offers at a node, in order; empty for other controls. */
export function choicesOf(definition: ControlDefinition, context: TextContext): Choice[] {
  if (!('items' in definition)) return [];
  const choices = definition.items.map((item) => itemChoice(item, context));
  return definition.itemset === undefined
    ? choices
    : [...choices, ...itemsetChoices(definition.itemset, context)];
}

function itemChoice({ value, label }: ItemDefinition, context: TextContext): Choice {
  return plainChoice(value, label === undefined ? plainText(value) : formText(label, context));
}

function itemsetChoices(itemset: ItemsetDefinition, context: TextContext): Choice[] {
  const nodes = sorted(itemNodes(itemset, context), itemset, context);
  return nodes.map((node) => {
    const value = itemset.value.evaluateString(node, context.scope);
    const label =
      itemset.label === undefined
        ? plainText(value)
        : formText(itemset.label, { ...context, node });
    return new ItemsetChoice(value, label, node);
  });
}

/** CommCare takes a nodeset that its instance can never have for a lookup table that is missing or not the user's. */
function itemNodes({ nodeset }: ItemsetDefinition, { node, scope }: TextContext) {
  const nodes = nodeset.evaluate(node, scope);
  if (!(nodes instanceof ImpossibleNodes)) return toNodes(nodes);
  const reason = `${nodes.reason}. Make sure that the lookup table is there and that this user may read it`;
  throw new XPathEvaluationError(reason, nodeset.source);
}

function sorted(
  nodes: readonly XPathNode[],
  { sort }: ItemsetDefinition,
  { scope }: TextContext,
): readonly XPathNode[] {
  if (sort === undefined) return nodes;
  const keyed = nodes.map((node) => ({ node, key: sort.evaluateString(node, scope) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ node }) => node);
}
