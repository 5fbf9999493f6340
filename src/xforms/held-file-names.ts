import type { FormInstance } from './form-instance.ts';
import type { JournalStep } from './change-journal.ts';
import { fileNodes, takesFile } from './instance/file-nodes.ts';
import type { InstanceNode } from './instance/instance-node.ts';

/** The names of the files that the instance has, and of those that it would have again if changes were taken back or done again. */
export function heldFileNames({ document, journal }: FormInstance): Set<string> {
  const held = journal.steps.flatMap(namesIn);
  return new Set([...fileNodes(document).map(({ lexical }) => lexical), ...held]);
}

function namesIn({ nodes, items }: JournalStep): string[] {
  const noted = [...nodes].filter(([{ definition }]) => takesFile(definition));
  const removed = items.filter(({ item }) => !item.attached);
  return [
    ...noted.map(([, { state }]) => state.lexical),
    ...removed.flatMap(({ item }) => namesBelow(item)),
  ].filter((name) => name !== '');
}

function namesBelow(item: InstanceNode): string[] {
  return fileNodes(item).map(({ lexical }) => lexical);
}
