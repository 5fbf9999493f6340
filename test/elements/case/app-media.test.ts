import { expect } from 'chai';
import { AppMedia } from '../../../src/elements/case/app-media.ts';
import { singleFormApp } from '../../../src/suite/single-form-app.ts';

function appWith(text: string) {
  const app = singleFormApp({ path: 'f.xml', text: '', title: 'Form', xmlns: 'x' });
  return { ...app, media: new Map([['jr://file/a.svg', new TextEncoder().encode(text)]]) };
}

async function read(url: string | undefined): Promise<[text: string, mediaType: string]> {
  const answer = await fetch(url ?? '');
  return [await answer.text(), answer.headers.get('content-type') ?? ''];
}

describe('the media of an app', () => {
  it('have one address each, with their type', async () => {
    const media = new AppMedia();
    const app = appWith('<svg/>');
    const url = media.url(app, 'jr://file/a.svg');
    expect(await read(url)).to.deep.equal(['<svg/>', 'image/svg+xml']);
    expect(media.url(app, 'jr://file/a.svg')).to.equal(url);
  });

  it('have none for what did not come with the app', () => {
    const media = new AppMedia();
    expect(media.url(appWith(''), 'jr://file/b.png')).to.equal(undefined);
    expect(media.url(undefined, 'jr://file/a.svg')).to.equal(undefined);
  });

  it('end with the app, so that the next one shows its own', async () => {
    const media = new AppMedia();
    const before = media.url(appWith('<svg id="1"/>'), 'jr://file/a.svg') ?? '';
    const [text] = await read(media.url(appWith('<svg id="2"/>'), 'jr://file/a.svg'));
    expect(text).to.equal('<svg id="2"/>');
    expect(await fetch(before).catch(() => 'gone')).to.equal('gone');
  });
});
