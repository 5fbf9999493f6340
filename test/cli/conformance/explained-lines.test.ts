import { expect } from 'chai';
import { explainedLines, explainedReport } from '../../../src/cli/conformance/explained-lines.ts';

const page = `# Lines

| line | why |
|---|---|
| a-1 | the clock leaks |
| \`b-2\` | hash order |
`;

function result(id: string, passed: boolean) {
  return { id, file: 'x.jsonl', category: 'x', passed, reason: '' };
}

describe('lines that are answered in our own way', () => {
  it('are the first cells of the tables of the page', () => {
    expect([...explainedLines(page)]).to.deep.equal(['a-1', 'b-2']);
  });

  it('are counted apart from failures that nobody explains, and named when they pass', () => {
    const results = [result('a-1', false), result('b-2', true), result('c-3', false)];
    expect(explainedReport(explainedLines(page), results)).to.deep.equal([
      '1 of 2 failed lines are explained',
      '  not explained: c-3',
      '  explained, but passes: b-2',
    ]);
  });
});
