import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { lineShapes } from '../../../src/replay/format/line-shapes.ts';
import { recordingSchema } from '../../../src/replay/format/recording-schema.ts';

describe('the JSON Schema of recordings', () => {
  it('is what the parser goes by (else: npm run -s replay -- --schema > src/replay/recording.schema.json)', () => {
    const file = readFileSync('src/replay/recording.schema.json', 'utf8');
    expect(JSON.parse(file)).to.deep.equal(recordingSchema());
  });

  it('has every kind of line, with the words that have to stand in it and no others', () => {
    const lines = recordingSchema().oneOf as {
      required: string[];
      additionalProperties: boolean;
    }[];
    expect(lines.map(({ required: [kind] }) => kind)).to.deep.equal(Object.keys(lineShapes));
    expect(lines.every(({ additionalProperties }) => !additionalProperties)).to.be.true;
    expect(lines.map(({ required }) => required.join(' '))).to.include('answer value');
  });
});
