import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { errandsCcz, errandsRestore } from '../../support/errands-app.ts';
import { launchBrowser, openPage, type OpenedPage } from '../../support/launch-browser.ts';
import { bundleHost } from './bundle-host.ts';
import { HostSite, STRICT_POLICY } from './host-site.ts';

const VISIT = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
  <h:head><h:title>Visit</h:title><model>
    <instance><visit id="visit"><name/><age/><seen/><sick/></visit></instance>
    <bind nodeset="/visit/name" required="true()"/><bind nodeset="/visit/age" type="int"/>
  </model></h:head>
  <h:body><input ref="/visit/name"><label>Name</label></input><input ref="/visit/age"><label>Age</label></input>
    <select1 ref="/visit/sick"><label>Sick?</label><item><value>y</value><label>Yes</label></item>
      <item><value>n</value><label>No</label></item></select1></h:body></h:html>`;

const FILES = {
  '/visit.xml': VISIT,
  '/second.xml': VISIT.replace('>Visit<', '>Second<'),
  '/errands.ccz': errandsCcz(),
  '/restore.xml': errandsRestore.replace(
    '</OpenRosaResponse>',
    `<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c1" date_modified="2026-01-01T00:00:00Z" user_id="user-ann">
      <create><case_type>errand</case_type><case_name>Fetch water</case_name><owner_id>user-ann</owner_id></create></case></OpenRosaResponse>`,
  ),
};

function html(body: string, { lang = 'en', dir = 'ltr', head = '' } = {}): string {
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><title>Clinic</title>${head}</head>
    <body>${body}<output></output></body></html>`;
}

const scriptTag = (name: string) => `<script type="module" src="${name}"></script>`;
const ours = (name: string) => scriptTag(`caseload/${name}.js`);

const POST = `document.addEventListener('xf-submit', (event) =>
  event.waitUntil(fetch('/submissions', { method: 'POST', body: event.xml })));`;

/** Hostile to everything on its page, as resets and old frameworks are. */
const HOSTILE = `* { all: unset !important; } * { box-sizing: content-box !important; color: red !important; }
  html { font-size: 62.5% !important; } input, button, label { display: none !important; position: absolute !important; }
  div { float: left !important; width: 10px !important; } xf-form { display: inline !important; }`;

declare global {
  // What the pages of these tests count.
  var violations: string[];
  // The session of an app that its page has taken away.
  var first: { getSnapshot(): { readonly status: string } } | undefined;
}

describe('an embedded element', () => {
  const site = new HostSite(FILES);
  let url: string;
  let browser: Browser;
  let opened: OpenedPage;
  let page: Page;

  before(async () => {
    url = await site.open();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await site.close();
  });

  beforeEach(async () => {
    opened = await openPage(browser);
    page = opened.page;
    page.setDefaultTimeout(20_000);
    await page.addInitScript(() => {
      globalThis.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        globalThis.violations.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    site.policy = STRICT_POLICY;
    site.received.length = 0;
  });

  afterEach(async () => {
    // Also in each test that passes: no host may have to loosen its policy for us.
    expect(await page.evaluate(() => globalThis.violations)).to.deep.equal([]);
    expect(opened.problems).to.deep.equal([]);
    await opened.close();
  });

  async function fillInAndSend(name = 'Asha', scope = page.locator('xf-form')): Promise<string> {
    await scope.getByLabel('Name').fill(name);
    await scope.getByLabel('Age').fill('31');
    await scope.getByRole('group', { name: 'Sick?' }).getByLabel('Yes').check();
    await scope.getByRole('button', { name: 'Send form' }).click();
    await scope.getByText('Form sent').waitFor();
    return site.received.at(-1) ?? '';
  }

  async function show(content: string, script = POST): Promise<void> {
    site.put('/', content);
    site.put('/page.js', script);
    await page.goto(url);
  }

  async function received(): Promise<void> {
    for (let tries = 0; tries < 200 && site.received.length === 0; tries += 1)
      await page.waitForTimeout(50);
    expect(site.received).not.to.deep.equal([]);
  }

  for (const module of ['caseload', 'xf-form']) {
    it(`works in plain HTML by a script tag (${module}.js)`, async () => {
      await show(html(`${ours(module)}${scriptTag('page.js')}<xf-form src="visit.xml"></xf-form>`));
      const xml = await fillInAndSend();
      expect(xml).to.contain('<name>Asha</name><age>31</age>').and.contain('<sick>y</sick>');
    });
  }

  it('works in React, with properties, events and a new form by state', async () => {
    const script = await bundleHost(`
      import { useState } from 'react';
      import { createRoot } from 'react-dom/client';
      import { XfForm } from 'caseload/react';
      function Clinic() {
        const [ids, setIds] = useState('');
        return <><XfForm src="visit.xml" prefill={{ name: 'From React' }} submitLabel="Hand in"
          onXfSubmit={(event) => { event.waitUntil(fetch('/submissions', { method: 'POST', body: event.xml })); setIds(event.formId); }} />
          <p>{ids}</p></>;
      }
      createRoot(document.querySelector('main')).render(<Clinic />);`);
    await show(html(`<main></main>${scriptTag('page.js')}`), script);
    await page.getByLabel('Age').fill('4');
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByText('Form sent').waitFor();
    expect(site.received[0]).to.contain('<name>From React</name><age>4</age>');
    await page.getByText('visit', { exact: true }).waitFor();
  });

  it('works in Vue', async () => {
    // Vue has a policy of its own.
    site.policy = `${STRICT_POLICY} vue`;
    const script = await bundleHost(`
      import { createApp, h, ref } from 'vue';
      import 'caseload/xf-form';
      const sent = ref('');
      createApp({ render: () => [
        h('xf-form', { src: 'visit.xml', prefill: { name: 'From Vue' }, onXfSubmit: (event) => {
          event.waitUntil(fetch('/submissions', { method: 'POST', body: event.xml })); sent.value = event.formId; } }),
        h('p', sent.value)] }).mount('main');`);
    await show(html(`<main></main>${scriptTag('page.js')}`), script);
    await page.getByLabel('Age').fill('4');
    await page.getByRole('button', { name: 'Send form' }).click();
    await page.getByText('Form sent').waitFor();
    expect(site.received[0]).to.contain('<name>From Vue</name><age>4</age>');
    await page.getByText('visit', { exact: true }).waitFor();
  });

  it('keeps its looks where the page resets and overrules everything', async () => {
    const body = `${ours('xf-form')}${scriptTag('page.js')}<xf-form src="visit.xml"></xf-form>`;
    await show(html(body));
    await page.getByLabel('Name').waitFor();
    const look = () =>
      page.getByLabel('Name').evaluate((box) => {
        const { display, position, color, blockSize, fontSize } = getComputedStyle(box);
        return { display, position, color, blockSize, fontSize, width: box.clientWidth };
      });
    const calm = await look();
    site.put('/hostile.css', HOSTILE);
    await show(html(body, { head: '<link rel="stylesheet" href="hostile.css">' }));
    await page.getByLabel('Name').waitFor();
    const hostile = await look();
    expect(hostile).to.include({
      display: calm.display,
      position: calm.position,
      color: calm.color,
    });
    expect(hostile.width).to.be.greaterThan(150);
    expect(await fillInAndSend()).to.contain('<name>Asha</name>');
  });

  it('is a member of a form of the page, which it keeps from being sent unfinished', async () => {
    await show(
      html(`${ours('xf-form')}${scriptTag('page.js')}<form method="post" action="/taken"><input name="clinic" value="North">
        <xf-form src="visit.xml" name="visit"></xf-form><button>Save all</button></form>`),
    );
    await page.getByLabel('Name').waitFor();
    await page.getByRole('button', { name: 'Save all' }).click();
    await page.getByText('Answer this question').first().waitFor();
    expect(site.received).to.deep.equal([]);
    await page.getByLabel('Name').fill('Asha');
    await page.getByRole('button', { name: 'Save all' }).click();
    await received();
    const sent = new URLSearchParams(site.received[0]);
    expect(sent.get('clinic')).to.equal('North');
    expect(sent.get('visit')).to.contain('<name>Asha</name>');
  });

  it('speaks and runs in the direction of a page that is written from right to left', async () => {
    await show(
      html(`${ours('xf-form')}${scriptTag('page.js')}<xf-form src="visit.xml"></xf-form>`, {
        lang: 'ar',
        dir: 'rtl',
      }),
    );
    const name = page.getByLabel('Name');
    await name.waitFor();
    const button = page.locator('xf-form [part="submit-button"]');
    await page.waitForFunction(() =>
      /[\u0600-\u06ff]/.test(
        document.querySelector('xf-form')?.shadowRoot?.querySelector('[part="submit-button"]')
          ?.textContent ?? '',
      ),
    );
    const [box, press] = [await name.boundingBox(), await button.boundingBox()];
    expect((box?.x ?? 0) + (box?.width ?? 0)).to.be.closeTo(
      (press?.x ?? 0) + (press?.width ?? 0),
      2,
    );
    expect(press?.x).to.be.greaterThan(box?.x ?? 0);
  });

  it('stands several times on one page, each with its own answers, ids and events', async () => {
    const script = `${POST}
      document.addEventListener('xf-submit', ({ instanceId, sessionId, target }) =>
        document.querySelector('output').append(target.id + ':' + (sessionId !== '') + instanceId + ' '));`;
    await show(
      html(`${ours('xf-form')}${scriptTag('page.js')}<xf-form id="one" src="visit.xml"></xf-form>
        <xf-form id="two" src="second.xml"></xf-form>`),
      script,
    );
    await page.locator('#two').getByLabel('Name').fill('Neema');
    expect(await fillInAndSend('Asha', page.locator('#one'))).to.contain('<name>Asha</name>');
    expect(await page.locator('#two').getByLabel('Name').inputValue()).to.equal('Neema');
    expect(await fillInAndSend('Baraka', page.locator('#two'))).to.contain('<name>Baraka</name>');
    const [one, two] = ((await page.locator('output').textContent()) ?? '').trim().split(' ');
    expect(one).to.match(/^one:trueuuid:/);
    expect(two)
      .to.match(/^two:trueuuid:/)
      .and.not.equal(one);
  });

  for (const module of ['caseload', 'case-app']) {
    it(`runs a whole app, and hands its forms to the page (${module}.js)`, async () => {
      const script = `document.addEventListener('case-submit', (event) => {
        document.querySelector('output').textContent = event.formId;
        event.waitUntil(fetch('/submissions', { method: 'POST', body: event.xml }));
      });`;
      await show(
        html(
          `${ours(module)}${scriptTag('page.js')}<case-app src="errands.ccz" restore="restore.xml"></case-app>`,
        ),
        script,
      );
      await takeErrand(page);
      await received();
      expect(site.received.join('')).to.contain('<case');
      expect(await page.locator('output').textContent()).to.match(/^http/);
      expect(await page.getByRole('button', { name: /Sign out|Close/ }).count()).to.equal(0);
    });
  }

  it('keeps the forms of an app until the page takes them', async () => {
    await show(
      html(`${ours('case-app')}<case-app src="errands.ccz" restore="restore.xml"></case-app>`),
    );
    await takeErrand(page);
    await page.getByText('1 form waiting').first().waitFor();
    await page.evaluate(() => {
      document.addEventListener('case-submit', (event) =>
        event.waitUntil(fetch('/submissions', { method: 'POST', body: event.xml })),
      );
    });
    await page.locator('case-sync').getByRole('button').first().click();
    await page.getByText('All sent').first().waitFor();
    expect(site.received).to.have.length(1);
  });

  it('keeps an answer of an app that is taken off the page at once', async () => {
    await show(
      html(`${ours('case-app')}<case-app src="errands.ccz" restore="restore.xml"></case-app>`),
    );
    await page.getByRole('button', { name: 'New errand' }).click();
    await page.getByLabel('What is to be done?').fill('Mend the roof');
    await page.evaluate(() => {
      const app = document.querySelector('case-app') as HTMLElement;
      app.remove();
      document.body.append(app);
    });
    await page.getByRole('button', { name: 'New errand' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('xf-form').waitFor();
    expect(await page.getByLabel('What is to be done?').inputValue()).to.equal('Mend the roof');
  });

  it('hands a form over once where its page takes the app away meanwhile', async () => {
    const script = `document.addEventListener('case-submit', (event) => {
      const app = event.target;
      const taken = new Promise((resolve) => setTimeout(resolve, 300));
      event.waitUntil(taken.then(() => fetch('/submissions', { method: 'POST', body: event.xml })));
      app.remove();
      document.body.append(app);
    });`;
    await show(
      html(
        `${ours('case-app')}${scriptTag('page.js')}<case-app src="errands.ccz" restore="restore.xml"></case-app>`,
      ),
      script,
    );
    await takeErrand(page);
    await received();
    await page.getByText('All sent').first().waitFor();
    expect(site.received).to.have.length(1);
  });

  it('hands a form over anew where the page took the app away and never said that it has the form', async () => {
    const script = `document.addEventListener('case-submit', (event) => {
      const app = event.target;
      globalThis.first = app.actor;
      event.waitUntil(new Promise(() => undefined));
      document.addEventListener('case-submit', (again) =>
        again.waitUntil(fetch('/submissions', { method: 'POST', body: again.xml })));
      app.remove();
      document.body.append(app);
    }, { once: true });`;
    await page.clock.install();
    await show(
      html(
        `${ours('case-app')}${scriptTag('page.js')}<case-app src="errands.ccz" restore="restore.xml"></case-app>`,
      ),
      script,
    );
    await takeErrand(page);
    await page.waitForFunction(() => globalThis.first?.getSnapshot().status === 'stopped');
    await page.locator('case-menu').waitFor();
    expect(site.received).to.deep.equal([]);
    await page.clock.fastForward('01:05');
    await received();
    await page.getByText('All sent').first().waitFor();
    expect(site.received).to.have.length(1);
  });

  it('shows one list of an app and says which row was chosen', async () => {
    const script = `document.addEventListener('case-select', ({ id }) => (document.querySelector('output').textContent = id));`;
    await show(
      html(
        `${ours('case-list')}${scriptTag('page.js')}<case-list src="errands.ccz" restore="restore.xml" list="m0-f1"></case-list>`,
      ),
      script,
    );
    await page.getByRole('button', { name: 'Fetch water' }).click();
    await page.locator('output').filter({ hasText: 'c1' }).waitFor();
  });

  it('says what is wrong with an app that cannot be opened, and opens it when it is there', async () => {
    site.put('/late.ccz', '<no-app/>');
    await show(html(`${ours('case-app')}<case-app src="late.ccz"></case-app>`));
    await page.getByRole('alert').filter({ hasText: 'late.ccz' }).waitFor();
    site.put('/late.ccz', errandsCcz());
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('case-menu').waitFor();
  });
});

/** Registers an errand in the app, up to its sending. */
async function takeErrand(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New errand' }).click();
  await page.getByLabel('What is to be done?').fill('Mend the roof');
  await page.getByRole('button', { name: 'Send form' }).click();
}
