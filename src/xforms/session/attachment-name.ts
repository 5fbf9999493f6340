import { fileNodes } from '../instance/file-nodes.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import { freeFileName } from './file-name.ts';

/**
 * The name under which a file is submitted: made of the question's place (`child-2-photo.jpg`), with a number where an item
 * that stood there before has it. Giving the same question another file replaces the first. The ending is the file's own.
 */
export function attachmentName(node: InstanceNode, fileName: string): string {
  const others = fileNodes(documentOf(node)).filter((each) => each !== node);
  return freeFileName(
    placeName(node.ref, fileName),
    others.map(({ lexical }) => lexical),
  );
}

function placeName(ref: string, fileName: string): string {
  const steps = ref.split('/').slice(2);
  const place = steps
    .join('-')
    .replaceAll('[', '-')
    .replaceAll(/[^\p{L}\p{N}_-]/gu, '');
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase();
  return ending === undefined ? place : `${place}.${ending}`;
}

function documentOf(node: InstanceNode): InstanceNode {
  return node.parent === undefined ? node : documentOf(node.parent);
}
