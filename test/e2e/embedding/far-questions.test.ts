import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from '../../support/launch-browser.ts';
import { HostSite } from './host-site.ts';

const MANY = 150;
const numbers = Array.from({ length: MANY }, (_, at) => at + 1);

const FORM = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>Long</h:title>
  <model><instance><long id="long">${numbers.map((n) => `<q${n}/>`).join('')}</long></instance></model></h:head>
  <h:body>${numbers.map((n) => `<input ref="/long/q${n}"><label>Question number ${n}</label></input>`).join('')}</h:body></h:html>`;

const page = `<!doctype html>
<html lang="en">
  <title>Long</title>
  <script type="module" src="caseload/xf-form.js"></script>
  <xf-form src="form.xml"></xf-form>
</html>`;

// However speed is won: `content-visibility: auto`, for one, takes what is far from the view out of Chromium's accessibility tree.
describe('a question far below what is seen', () => {
  const site = new HostSite({ '/': page, '/form.xml': FORM });
  let browser: Browser;
  let url: string;

  before(async () => {
    url = await site.open();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await site.close();
  });

  it('is in the accessibility tree, where assistive technology reads it', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(url);
    await page.getByLabel('Question number 1', { exact: true }).waitFor();
    const session = await page.context().newCDPSession(page);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
      nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[];
    };
    const boxes = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'textbox');
    expect(boxes.map(({ name }) => name?.value)).to.include(`Question number ${MANY}`);
    expect(boxes).to.have.length(MANY);
    await close();
  });

  it('is reached by the keyboard', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(url);
    await page.getByLabel('Question number 1', { exact: true }).focus();
    for (let step = 1; step < 40; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('here');
    const far = page.getByLabel('Question number 40', { exact: true });
    expect(await far.inputValue()).to.equal('here');
    const box = await far.boundingBox();
    expect(box?.y).to.be.within(0, 800);
    await close();
  });
});
