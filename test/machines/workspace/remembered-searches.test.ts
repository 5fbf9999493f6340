import { expect } from 'chai';
import { ShortSetting } from '../../../src/machines/setting.ts';
import { RememberedSearches } from '../../../src/machines/workspace/remembered-searches.ts';

describe('the searches that an app remembers', () => {
  it('are told by place, the last one of each', () => {
    const searches = new RememberedSearches(new ShortSetting(), 'clinic');
    searches.write('find', { name: 'Zo' });
    searches.write('find', { name: 'Zora' });
    expect(searches.read('find')).to.deep.equal({ name: 'Zora' });
    expect(searches.read('elsewhere')).to.equal(undefined);
  });

  it('are forgotten where what was kept cannot be read', () => {
    for (const kept of [
      '{',
      '{}',
      'null',
      '[null, 1]',
      '[["clinic find", null]]',
      '[["clinic find", {"a": 1}]]',
    ]) {
      const setting = new ShortSetting();
      setting.write(kept);
      const searches = new RememberedSearches(setting, 'clinic');
      expect(searches.read('find'), kept).to.equal(undefined);
      searches.write('find', { name: 'Zora' });
      expect(searches.read('find'), kept).to.deep.equal({ name: 'Zora' });
    }
  });

  it('stop nobody where nothing can be kept', () => {
    const full = {
      read: () => undefined,
      write: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const searches = new RememberedSearches(full, 'clinic');
    searches.write('find', { name: 'Zora' });
    expect(searches.read('find')).to.equal(undefined);
  });
});
