import { expect } from 'chai';
import type { ReadIncluded } from '../../../src/replay/format/parse-recording.ts';
import { parseRecording } from '../../../src/replay/format/parse-recording.ts';
import { RecordingError } from '../../../src/replay/format/recording.ts';
import { writeRecording } from '../../../src/replay/format/write-recording.ts';

const HEADER = '{"recording":1}';

function problemsOf(source: string, included?: ReadIncluded): string[] {
  try {
    parseRecording(source, 'a.jsonl', included);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    return error.message.split('\n');
  }
  return [];
}

describe('a recording', () => {
  it('is read line by line, each with its place; blank lines are layout', () => {
    const { header, lines } = parseRecording(`${HEADER}\n\n{"open":["Menu"]}\n`, 'a.jsonl');
    expect(header.kind).to.equal('recording');
    expect(lines).to.deep.equal([
      { kind: 'open', subject: ['Menu'], place: { file: 'a.jsonl', line: 3 } },
    ]);
  });

  it('is written as it was read', () => {
    const source = `${HEADER}\n{"answer":"/data/x","value":["a","b"],"question":"Which?"}\n{"submit":true}\n`;
    const { header, lines } = parseRecording(source, 'a.jsonl');
    expect(writeRecording([header, ...lines])).to.equal(source);
  });

  it('includes another file in place, with the places of that file', () => {
    const { lines } = parseRecording(
      `${HEADER}\n{"include":"w.jsonl"}\n{"sync":true}`,
      'a.jsonl',
      () => ({
        file: 'w.jsonl',
        text: '{"group":"g"}',
      }),
    );
    expect(lines.map(({ kind, place }) => [kind, place.file, place.line])).to.deep.equal([
      ['group', 'w.jsonl', 1],
      ['sync', 'a.jsonl', 3],
    ]);
  });

  it('names every fault with file, line and remedy', () => {
    const source = [
      HEADER,
      '{"awnser":"/data/x","value":"1"}',
      '{"answer":"/data/x"}',
      '{"answer":"data/x","value":"1"}',
      '{"answer":"/data/x","value":"1","refusd":"constraint"}',
      '{"value":"1","answer":"/data/x"}',
      '{"sync":}',
      '["sync"]',
      '{"submit":true,"outcome":"sent"}',
      '{"setNow":"yesterday"}',
    ];
    const problems = problemsOf(source.join('\n'));
    expect(problems[0]).to.equal('a.jsonl:2: “awnser” is not known. Did you mean “answer”?');
    expect(problems[1]).to.match(/^a\.jsonl:3: “value” is missing\. Add "value"/);
    expect(problems[2]).to.match(/^a\.jsonl:4: “answer” cannot be "data\/x"\. .*such as "\/data/);
    expect(problems[3]).to.equal('a.jsonl:5: “refusd” is not known here. Did you mean “refused”?');
    expect(problems[4]).to.match(/^a\.jsonl:6: .*Write “answer” first/);
    expect(problems[5]).to.match(
      /^a\.jsonl:7: This is not JSON.*Write one JSON object on each line/,
    );
    expect(problems[6]).to.match(/^a\.jsonl:8: This is not an object/);
    expect(problems[7]).to.match(/^a\.jsonl:9: “outcome” cannot be "sent"\. .*"submitted"/);
    expect(problems[8]).to.match(/^a\.jsonl:10: “setNow” .*an instant such as/);
    expect(problems).to.have.length(9);
  });

  it('begins with its header, of a version that is known, and has only one', () => {
    expect(problemsOf('{"sync":true}')[0]).to.match(/^a\.jsonl:1: .*Begin with \{ "recording": 1/);
    expect(problemsOf('')[0]).to.match(/^a\.jsonl:1: .*not the first line/);
    expect(problemsOf('{"recording":2}')[0]).to.match(/^a\.jsonl:1: /);
    expect(problemsOf(`${HEADER}\n${HEADER}`)[0]).to.match(/^a\.jsonl:2: A recording begins once/);
  });

  it('says which file is missing, and which includes itself', () => {
    const source = `${HEADER}\n{"include":"w.jsonl"}`;
    expect(problemsOf(source)[0]).to.match(/^a\.jsonl:2: There is no file w\.jsonl/);
    const circle: ReadIncluded = () => ({ file: 'w.jsonl', text: '{"include":"w.jsonl"}' });
    expect(problemsOf(source, circle)[0]).to.match(/^w\.jsonl:1: w\.jsonl includes itself/);
  });
});
