import { expect } from 'chai';
import {
  answeringParts,
  fetchAnsweringParts,
  fetchEveryPart,
  MissingPart,
  orAgain,
  orMissingPart,
  standInsFor,
  withMissingParts,
} from '../../src/platform/missing-part.ts';

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

describe('the parts that answers call for', () => {
  it('are missed by whoever calls for one too early, who may draw it again when it is there', async () => {
    const double = answeringParts(async () => part).standIn('double') as typeof part.double;
    const drawn: number[] = [];
    const draw = () => void drawn.push(double(2));
    await new Promise<void>((resolve) => {
      orAgain(draw, () => resolve(draw()));
      expect(drawn).to.be.empty;
    });
    expect(drawn).to.deep.equal([4]);
  });

  it('are themselves once they are fetched, also for whoever kept what stood in', async () => {
    const { standIn, onFetched } = answeringParts(async () => part);
    const kept = standIn('double') as typeof part.double;
    let double = kept;
    onFetched((parts) => (double = parts.double as typeof part.double));
    await fetchAnsweringParts();
    expect(double).to.equal(part.double);
    expect(kept(4)).to.equal(8);
  });
});
