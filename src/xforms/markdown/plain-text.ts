import type { RichBlock, RichInline } from './rich-text.ts';

/** Letters, digits and the punctuation that marks nothing, on one line: what most labels are. A bracket is one of a link where `](` follows. */
const UNMARKED = /^(?![-+=\s]|\d+[.)])(?:[^*_~`\]<>#&\\|@\n\r\t]|\](?!\())*(?<!\s)$/;

/** What markdown takes for an address wherever it stands. */
const ADDRESS = /:\/\/|www\./i;

/** True for a text that markdown leaves as it is, so that nobody need read it as markdown. Some such texts are not recognized. */
export function isUnmarked(text: string): boolean {
  return UNMARKED.test(text) && !ADDRESS.test(text);
}

/** A text as one block, with its line breaks. */
export function plainBlocks(text: string): readonly RichBlock[] {
  if (text === '') return [];
  const content = text
    .split('\n')
    .flatMap((line, at): RichInline[] => [
      ...(at === 0 ? [] : [{ kind: 'break' } as const]),
      { kind: 'text', text: line },
    ]);
  return [{ kind: 'paragraph', content }];
}
