import { expect } from 'chai';
import '../../../src/elements/case/case-error.ts';
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

const problem = {
  title: 'The list could not be opened',
  meaning: 'The app asks for data that this project does not have.',
  remedy: 'Sync, then open the list again.',
  details:
    "suite.xml, line 88: instance('visits') is not declared_and_this_is_a_very_long_word_indeed",
  safe: true,
};

describe('case-error', () => {
  it('says what happened, what it means, that nothing is lost, and what to do, in this order', async () => {
    const element = await mount('case-error', { problem });
    expect(parts(element, 'h1, .message-body > p').map(textOf)).to.deep.equal([
      problem.title,
      problem.meaning,
      'Your answers are saved on this computer.',
      problem.remedy,
    ]);
  });

  it('does not say that answers are kept when that is not known', async () => {
    const element = await mount('case-error', { problem: { ...problem, safe: false } });
    expect(textOf(part(element, '.message'))).to.not.contain('saved');
  });

  it('keeps what support asks for in the details', async () => {
    const element = await mount('case-error', { problem });
    expect(part<HTMLDetailsElement>(element, 'details').open).to.equal(false);
    expect(textOf(part(element, 'details pre'))).to.equal(problem.details);
  });

  it('tries again and goes back where that makes sense', async () => {
    const element = await mount('case-error', { problem });
    expect(parts(element, 'button')).to.have.length(0);
    element.canRetry = true;
    element.canGoBack = true;
    await element.updateComplete;
    const retries = heard('case-retry');
    const cancels = heard('case-cancel');
    button(element, 'Try again').click();
    button(element, 'Go back').click();
    expect([retries.length, cancels.length]).to.deep.equal([1, 1]);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme} colours`, async () => {
      await expectAccessible(await mount('case-error', { problem, canRetry: true }, { theme }));
    });
  }

  it('fits 320 pixels with its details open', async () => {
    const element = await mount('case-error', { problem }, { width: '320px' });
    part<HTMLDetailsElement>(element, 'details').open = true;
    expectNoSidewaysScroll(element);
  });
});
