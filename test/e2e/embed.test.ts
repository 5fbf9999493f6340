import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, type OpenedPage } from '../support/launch-browser.ts';
import { projectFolder } from '../support/source-file.ts';

// A page of somebody else's with the built package, as strict as a page can be.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const page = `<!doctype html>
<html lang="en">
  <title>Clinic</title>
  <script type="module" src="caseload.js"></script>
  <script type="module" src="page.js"></script>
  <h1>Our clinic</h1>
  <xf-form src="visit.xml"></xf-form>
  <output></output>
</html>`;

const script = `document.querySelector('xf-form').addEventListener('xf-submit', (event) => {
  event.waitUntil(fetch('/submissions', { method: 'POST', body: event.xml }).then(async (answer) => {
    if (!answer.ok) throw new Error(await answer.text());
  }));
});
document.querySelector('xf-form').addEventListener('xf-error', (event) => {
  document.querySelector('output').textContent = event.problems.map(({ message }) => message).join();
});`;

const visit = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
    xmlns:jr="http://openrosa.org/javarosa" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <h:head><h:title>Visit</h:title><model>
    <instance><visit xmlns="http://example.org/visit">
      <name/><sick/><symptoms/><days/><advice/>
      <meta><instanceID/></meta>
    </visit></instance>
    <bind nodeset="/visit/name" required="true()"/>
    <bind nodeset="/visit/symptoms" relevant="/visit/sick = 'yes'"/>
    <bind nodeset="/visit/days" type="xsd:int" relevant="/visit/sick = 'yes'" constraint=". &lt; 60"
      jr:constraintMsg="Less than sixty days, please"/>
    <bind nodeset="/visit/advice" calculate="if(/visit/days &gt; 3, 'clinic', 'rest')"/>
    <setvalue event="xforms-ready" ref="/visit/meta/instanceID" value="uuid()"/>
  </model></h:head>
  <h:body>
    <input ref="/visit/name"><label>Name</label></input>
    <select1 ref="/visit/sick"><label>Is the child sick?</label>
      <item><value>yes</value><label>Yes</label></item>
      <item><value>no</value><label>No</label></item>
    </select1>
    <select ref="/visit/symptoms"><label>Symptoms</label>
      <item><value>fever</value><label>Fever</label></item>
      <item><value>cough</value><label>Cough</label></item>
    </select>
    <input ref="/visit/days"><label>For how many days?</label></input>
  </h:body>
</h:html>`;

/** What the clinic's server was sent, and what it answers. */
class Clinic {
  readonly received: string[] = [];
  full = false;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      response.setHeader('Content-Security-Policy', policy);
      if (request.url === '/submissions') {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          if (!this.full) this.received.push(body);
          response.writeHead(this.full ? 507 : 201);
          response.end(this.full ? 'The clinic is full. Try again tomorrow.' : '');
        });
        return;
      }
      const [type, content] = fileAt(request.url ?? '');
      response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': type });
      response.end(content);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function fileAt(url: string): readonly [type: string, content: string | undefined] {
  switch (url) {
    case '/':
      return ['text/html', page];
    case '/broken':
      return ['text/html', page.replace('visit.xml', 'broken.xml')];
    case '/page.js':
      return ['text/javascript', script];
    case '/caseload.js':
      return [
        'text/javascript',
        readFileSync(join(projectFolder, 'dist/embed/caseload.js'), 'utf8'),
      ];
    case '/visit.xml':
      return ['application/xml', visit];
    case '/broken.xml':
      return ['application/xml', visit.replace('calculate="if(', 'calculate="if((')];
    case '/favicon.ico':
      return ['image/x-icon', ''];
    default:
      return ['text/plain', undefined];
  }
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Asha');
  await page.getByRole('group', { name: 'Is the child sick?' }).getByLabel('Yes').check();
  await page.getByRole('group', { name: 'Symptoms' }).getByLabel('Fever').check();
  await page.getByLabel('For how many days?').fill('5');
}

const send = (page: Page) => page.getByRole('button', { name: 'Send form' }).click();

describe('a form embedded in a page with a strict Content-Security-Policy', () => {
  const clinic = new Clinic();
  let url: string;
  let browser: Browser;
  let opened: OpenedPage;

  before(async () => {
    url = await clinic.open();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await clinic.close();
  });

  beforeEach(async () => {
    opened = await openPage(browser);
    opened.page.setDefaultTimeout(20_000);
  });

  afterEach(() => opened.close());

  it('is filled in, and its XML comes to the page without a violation of the policy', async () => {
    const { page } = opened;
    await page.goto(url);
    expect(await page.getByLabel('For how many days?').count()).to.equal(0);
    await fillIn(page);
    await send(page);
    await page.getByText('Form sent').waitFor();
    const [xml = ''] = clinic.received.splice(0);
    expect(xml).to.contain('<visit xmlns="http://example.org/visit">');
    for (const answer of [
      '<name>Asha</name>',
      '<symptoms>fever</symptoms>',
      '<days>5</days>',
      '<advice>clinic</advice>',
    ])
      expect(xml).to.contain(answer);
    expect(xml).to.match(/<instanceID>[0-9a-f-]{36}<\/instanceID>/);
    expect(opened.problems).to.deep.equal([]);
  });

  it('does not send what is missing or not allowed', async () => {
    const { page } = opened;
    await page.goto(url);
    await fillIn(page);
    await page.getByLabel('For how many days?').fill('99');
    await page.getByLabel('Name').fill('');
    await send(page);
    // The error that shows on leaving the box moves the button; the press must reach it all the same.
    await page.getByRole('alert').getByRole('button', { name: 'Name' }).waitFor();
    expect(await page.getByText('Less than sixty days, please').count()).to.be.greaterThan(0);
    expect(clinic.received).to.deep.equal([]);
    expect(opened.problems).to.deep.equal([]);
  });

  it('keeps all answers when the page could not hand it on, and says why', async () => {
    const { page } = opened;
    await page.goto(url);
    await fillIn(page);
    clinic.full = true;
    await send(page);
    await page.getByText('The clinic is full').waitFor();
    expect(await page.getByLabel('Name').inputValue()).to.equal('Asha');
    clinic.full = false;
    await send(page);
    await page.getByText('Form sent').waitFor();
    expect(clinic.received.splice(0)).to.have.length(1);
  });

  it('says what is wrong with a form that cannot be opened', async () => {
    const { page } = opened;
    await page.goto(`${url}broken`);
    await page.getByText('This form cannot be used as it is').waitFor();
    await page.getByText('Details for support').click();
    await page.getByText(/^broken\.xml, line 1\d, \/visit\/advice: /).waitFor();
    // The page hears of the fault by an event, which may come after the words are there.
    await page.locator('output').filter({ hasText: /\S/ }).waitFor();
    expect(opened.problems).to.deep.equal([]);
  });
});
