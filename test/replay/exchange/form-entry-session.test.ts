import { expect } from 'chai';
import fc from 'fast-check';
import type { FormEntryAction } from '../../../src/replay/exchange/form-entry-session.ts';
import {
  FormEntrySessionError,
  parseFormEntrySession,
  writeFormEntrySession,
} from '../../../src/replay/exchange/form-entry-session.ts';
import { linesOfSession, sessionOfLines } from '../../../src/replay/exchange/session-lines.ts';

const ref = fc
  .array(
    fc.tuple(fc.constantFrom('name', 'child', 'a-b', 'ñ_1'), fc.integer({ min: 1, max: 12 })),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((steps) => `/data${steps.map(([name, at]) => `/${name}[${at}]`).join('')}`);

/** Every character, and often those that the format itself is made of. */
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('(', ')', '\\', ' ', '/', '\n', ')) ((/', 'VALUE') }),
);

const action: fc.Arbitrary<FormEntryAction> = fc.oneof(
  fc.record({ kind: fc.constant('value' as const), ref, value }),
  fc.record({ kind: fc.constant('newRepeat' as const), ref }),
  fc.record({ kind: fc.constant('skip' as const), ref }),
);

describe('a form entry session', () => {
  it('is the same after it was written and read, whatever is in its values', () => {
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const text = writeFormEntrySession(actions);
        expect(parseFormEntrySession(text)).to.deep.equal(actions);
        expect(writeFormEntrySession(parseFormEntrySession(text))).to.equal(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read as commcare-core writes it, parentheses and all', () => {
    const text =
      '((/data/a[1]) (VALUE) (one (or two))) ((/data/b[1]) (VALUE) (C:\\dir)) ((/data/c[1]) (SKIP)) ((/data/d[2]) (NEW_REPEAT))';
    expect(parseFormEntrySession(text)).to.deep.equal([
      { kind: 'value', ref: '/data/a[1]', value: 'one (or two)' },
      { kind: 'value', ref: '/data/b[1]', value: 'C:\\dir' },
      { kind: 'skip', ref: '/data/c[1]' },
      { kind: 'newRepeat', ref: '/data/d[2]' },
    ]);
  });

  it('says where a text stops being one', () => {
    expect(() => parseFormEntrySession('((/data/a[1]) (SKIP)) (x)'))
      .to.throw(FormEntrySessionError)
      .with.property('message')
      .that.contains('character 22');
  });

  it('becomes lines of a recording and comes back as itself', () => {
    const actions: FormEntryAction[] = [
      { kind: 'value', ref: '/data/name[1]', value: 'Asha' },
      { kind: 'newRepeat', ref: '/data/child[2]' },
      { kind: 'value', ref: '/data/child[2]/age[1]', value: '4' },
    ];
    const lines = linesOfSession(actions);
    expect(lines.map(({ subject }) => subject)).to.deep.equal([
      '/data/name',
      '/data/child[2]',
      '/data/child[2]/age',
    ]);
    expect(sessionOfLines(lines)).to.deep.equal(actions);
  });

  it('has of each question the last answer that was taken', () => {
    const actions = sessionOfLines([
      { kind: 'answer', subject: '/data/a', value: '1' },
      { kind: 'answer', subject: '/data/b', value: 'x' },
      { kind: 'answer', subject: '/data/a', value: '2' },
      { kind: 'answer', subject: '/data/a', value: '99', refused: 'constraint' },
      { kind: 'clear', subject: '/data/b' },
    ]);
    expect(actions).to.deep.equal([
      { kind: 'value', ref: '/data/a[1]', value: '2' },
      { kind: 'skip', ref: '/data/b[1]' },
    ]);
  });
});
