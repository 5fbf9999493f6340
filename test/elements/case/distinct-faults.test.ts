import { expect } from 'chai';
import { distinctFaults } from '../../../src/elements/case/distinct-faults.ts';

describe('the faults of a form', () => {
  it('are told once, however many repeats have them', () => {
    const fault = { kind: 'calculate' as const, message: 'No such function' };
    const faults = distinctFaults([
      { ...fault, ref: '/data/child[1]/age' },
      { ...fault, ref: '/data/child[2]/age' },
      { ...fault, ref: '/data/age' },
    ]);
    expect(faults.map(({ place }) => place)).to.deep.equal([
      'calculate of /data/child/age',
      'calculate of /data/age',
    ]);
  });
});
