import { expect } from 'chai';
import '../../../src/elements/case/case-link.ts';
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

const URL_OF_APP = 'https://www.example.org/a/other/app/v1/abc/visit/?case_id=c1';

describe('case-link', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows where it leads before anybody goes there, accessible and within 320 pixels', async () => {
    const link = await mount('case-link', { url: URL_OF_APP }, { width: '320px' });
    expect(textOf(link.shadowRoot)).to.include('www.example.org');
    expect((part(link, 'a') as HTMLAnchorElement).href).to.equal(URL_OF_APP);
    await expectAccessible(link);
    expectNoSidewaysScroll(link);
  });

  it('tells the host, which may keep the page where it is', async () => {
    const link = await mount('case-link', { url: URL_OF_APP });
    link.addEventListener('case-leave', (event) => event.preventDefault());
    const events = heard('case-leave');
    part(link, 'a').click();
    expect(events.map(({ url }) => url)).to.deep.equal([URL_OF_APP]);
  });

  it('opens no address that would run something', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'http://[']) {
      const link = await mount('case-link', { url });
      expect(parts(link, 'a'), url).to.deep.equal([]);
    }
  });

  it('leads back', async () => {
    const link = await mount('case-link', { url: URL_OF_APP });
    const events = heard('case-cancel');
    button(link, 'Go back').click();
    expect(events).to.have.length(1);
  });
});
