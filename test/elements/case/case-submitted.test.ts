import { expect } from 'chai';
import '../../../src/elements/case/case-submitted.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  textOf,
} from './mount.ts';

const owner = { name: 'Village A', people: ['david', 'maria'] };
const steps = [
  { id: 'again', text: 'Register another patient' },
  { id: 'list', text: 'Back to the patients' },
];
const formName = 'Register patient';

describe('case-submitted', () => {
  it('says what became of the form and who sees what it registered', async () => {
    const element = await mount('case-submitted', { outcome: 'sent', formName, owner });
    expect(textOf(part(element, 'h1'))).to.equal('Form sent');
    expect(textOf(part(element, '.owner'))).to.equal('Owned by Village A: david and maria see it');
  });

  it('says that nothing is lost when it could not be sent', async () => {
    const element = await mount('case-submitted', { outcome: 'saved', formName });
    expect(textOf(part(element, '.message'))).to.equal(
      'Saved on this computer “Register patient” will be sent by itself when the server can be reached.',
    );
    expect(parts(element, '.owner')).to.have.length(0);
  });

  it('gives the reason when it was not accepted', async () => {
    const reason = 'The case refers to a household that does not exist.';
    const element = await mount('case-submitted', { outcome: 'rejected', formName, reason });
    expect(textOf(part(element, '.message')))
      .to.contain(reason)
      .and.contain('Nothing is lost');
    await expectAccessible(element);
  });

  it('offers what comes next, the likeliest first', async () => {
    const element = await mount('case-submitted', { formName, steps });
    const events = heard('case-choose');
    expect(parts(element, '.primary').map(textOf)).to.deep.equal(['Register another patient']);
    button(element, 'Back to the patients').click();
    expect(events.map(({ id }) => id)).to.deep.equal(['list']);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme} colours`, async () => {
      for (const outcome of ['sent', 'saved'] as const) {
        await expectAccessible(
          await mount('case-submitted', { outcome, formName, owner, steps }, { theme }),
        );
      }
    });
  }

  it('fits 320 pixels', async () => {
    const properties = { formName, owner, steps };
    expectNoSidewaysScroll(await mount('case-submitted', properties, { width: '320px' }));
  });
});
