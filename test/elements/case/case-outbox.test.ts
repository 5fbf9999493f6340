import { expect } from 'chai';
import '../../../src/elements/case/case-outbox.ts';
import type { CaseOutbox } from '../../../src/elements/case/case-outbox.ts';
import type { UnsentForm } from '../../../src/elements/case/unsent-form.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  settle,
  textOf,
  until,
} from './mount.ts';

const now = new Date('2026-11-22T10:00:00Z');
const finished = new Date('2026-11-22T07:00:00Z');
const rejected: UnsentForm = {
  instanceId: 'r',
  formName: 'Register patient',
  caseName: 'Selam Tesfaye',
  finished,
  state: 'rejected',
  reason: 'The household does not exist on the server.',
};
const waiting: UnsentForm = {
  ...rejected,
  instanceId: 'w',
  caseName: '',
  state: 'pending',
  reason: '',
};
const sending: UnsentForm = { ...waiting, instanceId: 's', formName: 'Visit', state: 'sending' };
const forms = [rejected, waiting, sending];

async function answer(element: CaseOutbox, words: string): Promise<void> {
  const confirm = part(element, 'case-confirm');
  const dialog = part<HTMLDialogElement>(confirm, 'dialog');
  await until(() => dialog.open);
  await expectAccessible(element);
  button(confirm, words).click();
  await settle(element);
}

describe('case-outbox', () => {
  it('shows first what was not accepted, with the reason, and then what waits', async () => {
    const element = await mount('case-outbox', { forms, now });
    expect(parts(element, 'h2').map(textOf)).to.deep.equal([
      '1 form not accepted',
      '2 forms waiting to be sent',
    ]);
    expect(textOf(part(element, '.reason'))).to.equal(
      'Why: The household does not exist on the server.',
    );
    expect(textOf(part(element, '.item'))).to.contain('Finished 3 hours ago');
    expect(textOf(parts(element, '.item')[2])).to.contain('Sending now…');
  });

  it('sends again, and saves a copy', async () => {
    const element = await mount('case-outbox', { forms, now });
    const events = heard('case-outbox');
    button(element, 'Send again: Register patient, Selam Tesfaye').click();
    button(element, 'Save a copy as a file: Visit').click();
    expect(events.map(({ action, instanceId }) => [action, instanceId])).to.deep.equal([
      ['retry', 'r'],
      ['export', 's'],
    ]);
  });

  it('deletes what was not accepted only when that is confirmed', async () => {
    const element = await mount('case-outbox', { forms, now });
    const events = heard('case-outbox');
    const remove = button(element, 'Delete: Register patient, Selam Tesfaye');
    remove.focus();
    remove.click();
    await settle(element);
    await answer(element, 'Keep it');
    expect(events).to.have.length(0);
    expect(element.shadowRoot?.activeElement).to.equal(remove);
    remove.click();
    await settle(element);
    await answer(element, 'Delete');
    await settle(element);
    expect(events.map(({ action, instanceId }) => [action, instanceId])).to.deep.equal([
      ['delete', 'r'],
    ]);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'h1'));
  });

  it('never offers to delete what is only waiting', async () => {
    const element = await mount('case-outbox', { forms: [waiting], now });
    expect(parts(element, 'button').map(textOf)).to.deep.equal(['Save a copy as a file']);
  });

  it('says that all is sent when it is empty', async () => {
    const element = await mount('case-outbox');
    expect(textOf(part(element, '.empty'))).to.contain('Every form is sent');
    await expectAccessible(element);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme} colours`, async () => {
      await expectAccessible(await mount('case-outbox', { forms, now }, { theme }));
    });
  }

  it('fits 320 pixels', async () => {
    expectNoSidewaysScroll(await mount('case-outbox', { forms, now }, { width: '320px' }));
  });
});
