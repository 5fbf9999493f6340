import { expect } from 'chai';
import '../../../src/elements/case/case-review.ts';
import type { ShownFuture } from '../../../src/elements/case/shown-future.ts';
import { button, expectAccessible, heard, mount, parts, textOf } from './mount.ts';

const asha: ShownFuture = {
  ...{ caseName: 'Asha', typeLabel: 'patient', isNew: true, isClosed: false },
  owner: { name: 'Village A', people: ['David', 'Maria'] },
  holders: [],
  ...{ isHeldByNobody: false, isHeldHere: true },
};

async function said(future: Partial<ShownFuture>): Promise<string> {
  const element = await mount('case-review', { cases: [{ ...asha, ...future }] });
  return parts(element, '[part=case]').map(textOf).join();
}

describe('case-review', () => {
  it('says of each case whose it will be and who will see it', async () => {
    const text = await said({});
    expect(text).to.contain('Asha').and.contain('patient, new');
    expect(text).to.contain('Belongs to Village A: David and Maria will see it.');
    expect(text).to.not.contain('not see it');
  });

  it('names those who will see it through another case, but not for one that is closed', async () => {
    const holders = [{ name: 'Clinic', people: ['Nina'], through: 'Weigh her' }];
    const sentence = 'Also seen by Nina (Clinic), through “Weigh her”';
    expect(await said({ holders })).to.contain(sentence);
    expect(await said({ holders, isClosed: true })).to.not.contain(sentence);
  });

  it('marks a case that leaves the user’s own view, also to an owner nobody here knows', async () => {
    const text = await said({ owner: undefined, isHeldHere: false });
    expect(text).to.contain('Belongs to somebody outside your groups and locations.');
    expect(text).to.contain('You will not see it on your lists.');
    const handedOver = await said({ isNew: false, isHeldHere: false });
    expect(handedOver).to.contain('You will not see it on your lists any more.');
  });

  it('says that nobody will see a case without an owner, and that a closed one leaves the lists', async () => {
    expect(await said({ isHeldByNobody: true, isHeldHere: false })).to.contain(
      'Nobody will see it',
    );
    const closed = await said({ isClosed: true, isHeldHere: false });
    expect(closed).to.contain('Is closed').and.not.contain('You will not see it');
  });

  it('lets the form go, or goes back to the questions', async () => {
    const element = await mount('case-review', { cases: [asha] });
    const [goes, back] = [heard('case-owner-confirm'), heard('case-cancel')];
    button(element, 'Send form').click();
    button(element, 'Back to the questions').click();
    expect([goes.length, back.length]).to.deep.equal([1, 1]);
  });

  it('is accessible', async () => {
    await expectAccessible(
      await mount('case-review', { cases: [asha, { ...asha, isHeldHere: false }] }),
    );
  });
});
