import { expect } from 'chai';
import { diffRecordings } from '../../src/replay/diff-recordings.ts';
import { parseRecording } from '../../src/replay/format/parse-recording.ts';

function recording(...rows: readonly string[]) {
  return parseRecording(['{"recording":1}', ...rows].join('\n'), 'test.jsonl');
}

describe('the difference of two recordings', () => {
  it('names the lines that only one has, and passes over labels and spaces', () => {
    const first = recording(
      '{"open":"Visit"}',
      '{"answer":"/data/a","value":"1","question":"How many?"}',
      '{"submit":true}',
    );
    const second = recording(
      '{ "open": "Visit" }',
      '{"answer":"/data/a","value":"2"}',
      '{"submit":true}',
      '{"sync":true}',
    );
    const told = diffRecordings(first, second).map(({ in: side, line, text }) => [
      side,
      line.place.line,
      text,
    ]);
    expect(told).to.deep.equal([
      ['first', 3, '{"answer":"/data/a","value":"1"}'],
      ['second', 3, '{"answer":"/data/a","value":"2"}'],
      ['second', 5, '{"sync":true}'],
    ]);
    expect(diffRecordings(first, first)).to.deep.equal([]);
  });
});
