import { expect } from 'chai';
import { base64Of, bytesOf } from '../../../src/replay/format/base64.ts';

describe('base64', () => {
  it('gives the bytes of files of any length, and back', () => {
    for (const text of ['', 'f', 'fo', 'foo', 'foob', '\u00ff\u0000ÿ']) {
      const bytes = Buffer.from(text, 'latin1');
      expect([...bytesOf(bytes.toString('base64'))]).to.deep.equal([...bytes]);
      expect(base64Of(bytes)).to.equal(bytes.toString('base64'));
    }
  });
});
