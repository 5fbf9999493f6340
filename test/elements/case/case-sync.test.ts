import { expect } from 'chai';
import '../../../src/elements/case/case-sync.ts';
import type { SyncStatus } from '../../../src/elements/case/sync-status.ts';
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

const calm: SyncStatus = {
  pending: 0,
  rejected: 0,
  offline: false,
  syncing: false,
  lastSync: undefined,
  signInNeeded: false,
};

const sentences: readonly [string, Partial<SyncStatus>, string][] = [
  ['everything is sent', {}, 'All sent'],
  ['one form waits', { pending: 1 }, '1 form waiting'],
  ['forms wait', { pending: 2 }, '2 forms waiting'],
  ['it is syncing', { pending: 2, syncing: true }, 'Syncing…'],
  ['there is no network', { offline: true }, 'Offline: saved on this computer'],
  [
    'forms wait without network',
    { offline: true, pending: 3 },
    'Offline: 3 forms saved on this computer',
  ],
  ['the session has ended', { signInNeeded: true, pending: 1 }, '1 form waiting'],
];

describe('case-sync', () => {
  for (const [when, status, sentence] of sentences) {
    it(`says so in a sentence when ${when}`, async () => {
      const element = await mount('case-sync', { status: { ...calm, ...status } });
      expect(textOf(part(element, '[role=status]'))).to.equal(sentence);
      await expectAccessible(element);
    });
  }

  it('leads to the forms that were not accepted, and does not claim that all is sent', async () => {
    const element = await mount('case-sync', { status: { ...calm, rejected: 1 } });
    const events = heard('case-show-rejected');
    expect(textOf(part(element, '[part=base]'))).to.not.contain('All sent');
    button(element, '1 form not accepted').click();
    expect(events).to.have.length(1);
    await expectAccessible(element);
  });

  it('syncs when asked, but not while it already does', async () => {
    const element = await mount('case-sync', { status: calm });
    const events = heard('case-sync-request');
    button(element, 'Sync now').click();
    element.status = { ...calm, syncing: true };
    await element.updateComplete;
    button(element, 'Sync now').click();
    expect(events).to.have.length(1);
  });

  it('tells when it last synced', async () => {
    const lastSync = new Date(Date.now() - 5 * 60_000);
    const element = await mount('case-sync', { status: { ...calm, lastSync } });
    expect(textOf(part(element, '#last'))).to.equal('Last synced 5 minutes ago');
    element.status = calm;
    await element.updateComplete;
    expect(textOf(part(element, '#last'))).to.equal('Not synced yet');
  });

  it('shows nothing while nothing is known', async () => {
    const element = await mount('case-sync');
    expect(parts(element, '*')).to.have.length(0);
  });

  it('fits 320 pixels', async () => {
    const status = { ...calm, offline: true, pending: 12, rejected: 3 };
    expectNoSidewaysScroll(await mount('case-sync', { status }, { width: '320px' }));
  });
});
