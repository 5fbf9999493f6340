import { expect } from 'chai';
import { KeptSetting } from '../../src/storage/kept-setting.ts';

describe('a setting that is kept', () => {
  afterEach(() => localStorage.clear());

  it('is there again when the page is opened anew, for this user and for this setting alone', () => {
    new KeptSetting('language', 'caseload/p/david').write('fr');
    expect(new KeptSetting('language', 'caseload/p/david').read()).to.equal('fr');
    expect(new KeptSetting('language', 'caseload/p/maria').read()).to.equal(undefined);
    expect(new KeptSetting('lastOwner', 'caseload/p/david').read()).to.equal(undefined);
  });

  it('goes with the tab where it may name people', () => {
    new KeptSetting('searches', 'caseload/p/david', sessionStorage).write('Zora');
    expect(localStorage.length).to.equal(0);
    const setting = new KeptSetting('searches', 'caseload/p/david', sessionStorage);
    expect(setting.read()).to.equal('Zora');
    setting.forget();
    expect(sessionStorage.length).to.equal(0);
  });

  it('of others is gone when it is forgotten for all but one', () => {
    const settings = ['caseload/p/david', 'caseload/p/maria'].map(
      (database) => new KeptSetting('searches', database, sessionStorage),
    );
    sessionStorage.setItem('caseload.searchesOfAnother', 'stays');
    const read = () => settings.map((setting) => setting.read());
    for (const setting of settings) setting.write('Zora');
    KeptSetting.forgetAll('searches', sessionStorage, 'caseload/p/maria');
    expect(read()).to.deep.equal([undefined, 'Zora']);
    KeptSetting.forgetAll('searches', sessionStorage);
    expect(read()).to.deep.equal([undefined, undefined]);
    expect(Object.keys(sessionStorage)).to.deep.equal(['caseload.searchesOfAnother']);
    sessionStorage.clear();
  });

  it('is gone when it is forgotten', () => {
    const setting = new KeptSetting('language', 'caseload/p/david');
    setting.write('fr');
    setting.forget();
    expect(setting.read()).to.equal(undefined);
  });
});
