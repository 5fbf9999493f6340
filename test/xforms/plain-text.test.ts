import { expect } from 'chai';
import fc from 'fast-check';
import { parseMarkdown } from '../../src/xforms/markdown/parse-markdown.ts';
import { isUnmarked, plainBlocks } from '../../src/xforms/markdown/plain-text.ts';

// What marks something, beside what does not.
const PIECES = ['a', 'b ', ' ', '  ', '1', '1. ', '2) ', '- ', '+ ', '=', '---', '#', '# ', '*', '**', '_', '~~', '`', '[', '](x)',
  '<b>', '&amp;', '\\', '|', '\n', 'http://a.b', 'www.a.b', 'a@b.c', 'é', '؟', '!', ':', '://', '"', "'", '(', ')', '/', '.', ',', '%', '$', '^', '{', '}', 'ftp://x']; // prettier-ignore

describe('a text that markdown leaves as it is', () => {
  it('gives the same blocks with and without markdown being read', () => {
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 3 })))
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        if (isUnmarked(text)) expect(plainBlocks(text)).to.deep.equal(parseMarkdown(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('is recognized where most labels are so', () => {
    for (const text of ['L q17;', 'How old is Asha (in years)?', 'Âge de l’enfant : 3', '३ बच्चे'])
      expect(isUnmarked(text), text).to.equal(true);
    for (const text of ['**Stop**', '1. Name', 'See www.who.int', 'a_b_', '- x', '# x', 'a\nb'])
      expect(isUnmarked(text), text).to.equal(false);
  });
});
