import type { FormInstance } from '../form-instance.ts';
import { heldFileNames } from '../held-file-names.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import { freeFileName } from './file-name.ts';

/**
 * The name under which a file is submitted: made of the question's place (`child-2-photo.jpg`), with a number where another file has it:
 * one that an undo would bring back as well. The ending is the file's own.
 */
export function attachmentName(form: FormInstance, node: InstanceNode, fileName: string): string {
  return freeFileName(placeName(node.ref, fileName), heldFileNames(form));
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
