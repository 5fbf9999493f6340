import { expect } from 'chai';
import { fetchEveryPart, MissingPart, orMissingPart, standInsFor, withMissingParts } from '../../src/platform/missing-part.ts'; // prettier-ignore

const part = { double: (value: number) => value * 2, words: ['a', 'b'] };

describe('what stands in for a module', () => {
  it('is missed until it is fetched, and is the module from then on', async () => {
    let fetched = 0;
    const standIn = standInsFor(async () => {
      fetched += 1;
      return part;
    });
    const double = standIn('double') as typeof part.double;
    const words = standIn('words') as typeof part.words;
    expect(orMissingPart(() => double(2))).to.be.instanceOf(MissingPart);
    expect(await withMissingParts(() => [...words, double(4)])).to.deep.equal(['a', 'b', 8]);
    expect(double(3)).to.equal(6);
    expect(fetched).to.equal(1);
  });

  it('is not taken for a fault of the form', () => {
    const standIn = standInsFor(async () => part);
    expect(() => (standIn('double') as () => void)())
      .to.throw()
      .that.is.not.instanceOf(Error);
  });

  it('can be fetched again after it could not be had', async () => {
    const answers = [() => Promise.reject(new Error('no connection')), async () => part];
    const standIn = standInsFor(() => answers.shift()!());
    const double = standIn('double') as typeof part.double;
    const outcome = await withMissingParts(() => double(1)).catch((error: Error) => error.message);
    expect(outcome).to.equal('no connection');
    expect(await withMissingParts(() => double(1))).to.equal(2);
  });

  it('stays missing among all parts until it could be had', async () => {
    const answers = [() => Promise.reject(new Error('no connection')), async () => part];
    const double = standInsFor(() => answers.shift()!())('double') as typeof part.double;
    const outcome = await fetchEveryPart().catch((error: Error) => error.message);
    expect(outcome).to.equal('no connection');
    await fetchEveryPart();
    expect(double(1)).to.equal(2);
  });

  it('lets what the work throws itself through', async () => {
    const outcome = await withMissingParts(() => {
      throw new RangeError('bad');
    }).catch((error: Error) => error.message);
    expect(outcome).to.equal('bad');
  });
});
