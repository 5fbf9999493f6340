import { expect } from 'chai';
import {
  firstDifference,
  Placeholders,
  sameNumber,
} from '../../../src/cli/conformance/compare-values.ts';

const ONE = '00000000-0000-4000-8000-000000000001';
const TWO = '00000000-0000-4000-8000-000000000002';

describe('firstDifference', () => {
  it('names the place, what was expected and what came', () => {
    const found = firstDifference({ a: [1, { b: 'x' }] }, { a: [1, { b: 'y' }] }, 'line');
    expect(found).to.equal('line.a[1].b: expected "x", got "y"');
  });

  it('counts a key that is undefined as not there', () => {
    expect(firstDifference({ a: 1 }, { a: 1, b: undefined }, 'line')).to.equal(undefined);
    expect(firstDifference({ a: 1 }, { a: 1, b: null }, 'line')).to.contain('line.b');
  });

  it('sees what is missing at the end of a list, and what is too much', () => {
    expect(firstDifference([1, 2], [1], 'list')).to.contain('expected 2, got 1');
    expect(firstDifference([], [1], 'list')).to.contain('expected 0, got 1');
  });

  it('does not take a number for its text', () => {
    expect(firstDifference(1, '1', 'value')).to.equal('value: expected 1, got "1"');
  });
});

describe('sameNumber', () => {
  it('allows a relative difference of 1e-12 and no more', () => {
    expect(sameNumber(1e9, 1e9 + 1e-4)).to.equal(true);
    expect(sameNumber(1, 1 + 1e-11)).to.equal(false);
    expect(sameNumber(0, 1e-300)).to.equal(false);
  });

  it('takes NaN for NaN, and infinities for themselves alone', () => {
    expect(sameNumber(NaN, NaN)).to.equal(true);
    expect(sameNumber(Infinity, -Infinity)).to.equal(false);
    expect(sameNumber(Infinity, 1e308)).to.equal(false);
  });
});

describe('Placeholders', () => {
  it('bind a number to one id, and an id to one number, within a line', () => {
    const placeholders = new Placeholders();
    expect(placeholders.matches('{uuid:1}', ONE)).to.equal(true);
    expect(placeholders.matches('a {uuid:1} b', `a ${ONE} b`)).to.equal(true);
    expect(placeholders.matches('{uuid:1}', TWO)).to.equal(false);
    expect(placeholders.matches('{uuid:2}', ONE)).to.equal(false);
    expect(placeholders.matches('{uuid:2}', TWO)).to.equal(true);
  });

  it('let <uuid> be any id, but no empty text', () => {
    const placeholders = new Placeholders();
    expect(placeholders.matches('<uuid>', ONE)).to.equal(true);
    expect(placeholders.matches('<uuid>', TWO)).to.equal(true);
    expect(placeholders.matches('<uuid>', '')).to.equal(false);
  });

  it('let {random} be anything, and take other signs of patterns by the letter', () => {
    expect(new Placeholders().matches('{random}', '0.123')).to.equal(true);
    expect(new Placeholders().matches('(a.c) {random}', '(a.c) x')).to.equal(true);
    expect(new Placeholders().matches('(a.c) {random}', '(abc) x')).to.equal(false);
  });

  it('skips a random value of whatever kind', () => {
    expect(firstDifference({ a: '{random}' }, { a: [1, 2] }, 'x')).to.equal(undefined);
    expect(firstDifference({ a: '{random}' }, { a: null }, 'x')).to.equal(undefined);
  });
});
