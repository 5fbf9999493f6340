/**
 * The name under which a file is submitted: made of the question's place (`child-2-photo.jpg`), so that no two files of a form
 * share one, and giving the same question another file replaces the first. The ending is the file's own.
 */
export function attachmentName(ref: string, fileName: string): string {
  const steps = ref.split('/').slice(2);
  const place = steps
    .join('-')
    .replaceAll('[', '-')
    .replaceAll(/[^\p{L}\p{N}_-]/gu, '');
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase();
  return ending === undefined ? place : `${place}.${ending}`;
}
