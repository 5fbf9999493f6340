import { expect } from 'chai';
import { syncInterval } from '../../src/machines/sync-interval.ts';

describe('the interval between synchronizations', () => {
  const HOUR = 60 * 60_000;

  it('is what the profile of the app says', () => {
    expect(syncInterval({ 'cc-autosync-freq': 'freq-daily' })).to.equal(24 * HOUR);
    expect(syncInterval({ 'cc-autosync-freq': 'freq-weekly' })).to.equal(7 * 24 * HOUR);
    expect(syncInterval({ 'cc-autosync-freq': 'freq-never' })).to.equal(Infinity);
  });

  it('is a few minutes where the app says nothing, or nothing that is known', () => {
    for (const properties of [undefined, {}, { 'cc-autosync-freq': 'now and then' }])
      expect(syncInterval(properties)).to.be.within(60_000, HOUR);
  });
});
