import { expect } from 'chai';
import fc from 'fast-check';
import type { Case } from '../../../src/case/case.ts';
import { CaseBlock } from '../../../src/case/database/case-block.ts';
import { PackedCase, unpackCases } from '../../../src/case/database/packed-case.ts';
import { packCases } from '../../../src/case/database/packed-cases.ts';
import { aCase, child, extension } from '../a-case.ts';

describe('packCases', () => {
  it('keeps everything of every case', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 40 }), (cases) => {
        expect(unpackCases(structuredClone(packCases(cases)))).to.deep.equal(cases);
      }),
    );
  });

  it('keeps many values, long ones and the same again', () => {
    const cases = Array.from({ length: 700 }, (_, n) =>
      aCase(`c${n}`, { properties: { note: 'x'.repeat(n), few: `${n % 3}`, some: `${n % 300}` } }),
    );
    expect(unpackCases(packCases(cases))).to.deep.equal(cases);
  });

  it('tells a blank property from none', () => {
    const cases = [aCase('a', { properties: { p: '' } }), aCase('b')];
    const block = new CaseBlock(packCases(cases));
    expect([0, 1].map((n) => block.property('p', n))).to.deep.equal(['', undefined]);
    expect(block.property('q', 0)).to.equal(undefined);
  });

  it('takes less than two bytes for one of a text of ten thousand cases', () => {
    const cases = Array.from({ length: 1000 }, (_, n) => aCase(`case-number-${n}`, villager(n)));
    const { fields, properties } = packCases(cases);
    const columns = [...Object.values(fields), ...properties.map(([, column]) => column)];
    const size = columns.reduce(
      (sum, { texts, ends, codes }) => sum + texts.length + ends.length + (codes?.length ?? 0),
      0,
    );
    const plain = cases.reduce((sum, of) => sum + textLength(of), 0);
    expect(size).to.be.below(2 * plain);
  });
});

describe('PackedCase', () => {
  it('reads as the case that was packed', () => {
    const of = aCase('a', { externalId: 'X', indices: [child('p'), extension('h')] });
    const packed = new PackedCase(new CaseBlock(packCases([of])), 0);
    expect(packed.unpacked()).to.deep.equal(of);
    expect(packed).to.include({ caseId: 'a', status: 'open', externalId: 'X' });
    expect(packed.indices.map(({ target }) => target)).to.deep.equal(['p', 'h']);
  });
});

function villager(n: number): Partial<Case> {
  return { properties: { village: ['north', 'south'][n % 2]!, born: `19${n % 100}-01-01` } };
}

function textLength({ properties, ...of }: Case): number {
  const texts = [...Object.values(of), ...Object.values(properties)];
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
}

const name = fc.oneof(fc.constantFrom('village', '__proto__', 'constructor', 'größe'), fc.string());

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    caseId: fc.string({ unit: 'grapheme' }),
    caseName: fc.string({ unit: 'grapheme' }),
    ownerId: fc.constantFrom('u', 'g', '-', ''),
    status: fc.constantFrom('open', 'closed'),
    category: fc.constantFrom('', 'c'),
    properties: fc.array(fc.tuple(name, fc.string({ unit: 'grapheme' })), { maxLength: 5 }),
    indices: fc.array(
      fc.record({
        name: fc.string(),
        caseType: fc.string(),
        target: fc.string(),
        relationship: fc.constantFrom('child', 'extension', 'sibling'),
      }),
      { maxLength: 3 },
    ),
    attachments: fc.array(fc.record({ name: fc.string(), src: fc.string(), from: fc.string() }), {
      maxLength: 2,
    }),
  })
  .map(({ caseId, properties, ...given }) =>
    aCase(caseId, { ...given, properties: Object.fromEntries(properties) }),
  );
