import { expect } from 'chai';
import { PageLanguage } from '../../src/web/page-language.ts';

const page = document.documentElement;

describe('the language of the page', () => {
  beforeEach(() => localStorage.clear());

  it('is that of the app where the interface speaks it', async () => {
    await new PageLanguage().show('fra');
    expect(shown()).to.deep.equal({ lang: 'fr', interface: 'fr', dir: 'ltr' });
  });

  it('is the browser’s for the interface where it does not speak that of the app', async () => {
    await new PageLanguage().show('Norsk (nb)');
    expect(shown()).to.deep.equal({ lang: 'nb', interface: 'en', dir: 'ltr' });
  });

  it('is the chosen one for the interface, on this computer, and leaves the app its own', async () => {
    const language = new PageLanguage();
    await language.show('en');
    language.choose('fr');
    expect(shown()).to.deep.equal({ lang: 'en', interface: 'fr', dir: 'ltr' });
    expect(new PageLanguage().chosen).to.equal('fr');
    language.choose('');
    expect(shown().interface).to.equal('en');
  });
});

function shown(): Record<'lang' | 'interface' | 'dir', string> {
  return {
    lang: page.lang,
    interface: page.getAttribute('interface-language') ?? '',
    dir: page.dir,
  };
}
