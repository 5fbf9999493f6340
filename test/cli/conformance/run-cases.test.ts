import { expect } from 'chai';
import type { CasesLine } from '../../../src/cli/conformance/run-cases.ts';
import { runCases } from '../../../src/cli/conformance/run-cases.ts';

const V2 = 'http://commcarehq.org/case/transaction/v2';
const block = (id: string, actions: string) =>
  `<case xmlns="${V2}" case_id="${id}" date_modified="2026-03-01" user_id="u">${actions}</case>`;
const CREATE =
  '<create><case_type>t</case_type><case_name>Ann</case_name><owner_id>u</owner_id></create>';
const restore = (blocks: string) =>
  `<OpenRosaResponse xmlns="http://openrosa.org/http/response">${blocks}</OpenRosaResponse>`;
const ANN = {
  case_id: 'a',
  case_type: 't',
  case_name: 'Ann',
  owner_id: 'u',
  status: 'open',
  date_opened: '2026-03-01T00:00:00.000Z',
  last_modified: '2026-03-01T00:00:00.000Z',
  external_id: null,
  category: null,
  state: null,
  properties: {},
  indices: [],
};

function transactions(submission: string, step: object): string | undefined {
  const line = {
    id: 'x',
    kind: 'transaction',
    group: 'g',
    now: '2026-03-15T00:00:00Z',
    restore: restore(block('a', CREATE)),
    submissions: [`<data>${submission}</data>`],
    steps: [{ cases: [ANN] }, step],
  };
  return runCases(line as CasesLine);
}

describe('runCases', () => {
  it('compares the cases after each submission', () => {
    const closed = { cases: [{ ...ANN, status: 'closed' }] };
    expect(transactions(block('a', '<close/>'), closed)).to.equal(undefined);
    expect(transactions(block('a', '<close/>'), { cases: [ANN] })).to.equal(
      'step 1, case a.status: expected "open", got "closed"',
    );
  });

  it('wants the words of an error that people know', () => {
    const text = "Unable to update or close case b, it wasn't found";
    const submission = block('b', '<close/>');
    expect(transactions(submission, { error: { message: `${text}. Source: <close>` } })).to.equal(
      undefined,
    );
    expect(
      transactions(submission, { error: { message: text.replace('case b', 'case c') } }),
    ).to.contain('its text');
    expect(transactions(submission, { cases: [ANN] })).to.contain('no error');
    expect(transactions(block('a', ''), { error: { message: text } })).to.contain('an error');
  });

  it('compares what purging leaves, of the restore and of the graph', () => {
    const line = {
      id: 'x',
      kind: 'purge',
      now: '2026-03-15T00:00:00Z',
      owners: ['u'],
      restore: restore(block('a', CREATE) + block('b', CREATE.replace('>u<', '>v<'))),
      graph: {
        a: { owner: 'u', open: true, indices: [] },
        b: { owner: 'v', open: true, indices: [] },
      },
      survivors: ['a'],
    };
    expect(runCases(line as CasesLine)).to.equal(undefined);
    expect(runCases({ ...line, survivors: ['a', 'b'] } as CasesLine)).to.contain('survivors');
  });
});
