import { expect } from 'chai';
import '../../../src/elements/case/case-language.ts';
import { loadStrings } from '../../../src/elements/strings/interface-languages.ts';
import { expectAccessible, heard, mount, part, parts, settle, textOf } from './mount.ts';

describe('case-language', () => {
  it('offers each language by its own name, and the one that fits the app', async () => {
    const element = await mount('case-language');
    const offered = parts(element, 'option').map(textOf);
    expect(offered[0]).to.equal('Automatic');
    expect(offered).to.include.members(['English', 'Français']);
    expect(part(element, 'option[value=fr]').lang).to.equal('fr');
    await expectAccessible(element);
  });

  it('tells which one was chosen, and changes nothing itself', async () => {
    const element = await mount('case-language');
    const events = heard('case-language');
    const select = part<HTMLSelectElement>(element, 'select');
    select.value = 'fr';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(events.map(({ language }) => language)).to.deep.equal(['fr']);
    expect(element.value).to.equal('');
  });

  it('shows what is chosen, and speaks the language of the interface, not of the content', async () => {
    const element = await mount('case-language', { value: 'en' }, { lang: 'en' });
    expect(part<HTMLSelectElement>(element, 'select').value).to.equal('en');
    element.parentElement?.setAttribute('interface-language', 'fr');
    await loadStrings('fr');
    await settle(element);
    expect(textOf(part(element, 'label'))).to.equal('Langue de cette page');
  });
});
