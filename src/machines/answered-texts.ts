import type { InstanceNode } from '../xforms/instance/instance-node.ts';

/** All texts that a submission of this node holds: a file that none of them names was replaced or taken back. */
export function answeredTexts(node: InstanceNode, texts = new Set<string>()): ReadonlySet<string> {
  if (!node.relevant) return texts;
  texts.add(node.lexical);
  for (const child of node.children) answeredTexts(child, texts);
  return texts;
}
