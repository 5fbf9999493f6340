import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Browser, Page, Route } from 'playwright-core';
import { launchBrowser, openPage, type OpenedPage } from '../../support/launch-browser.ts';
import { projectFolder } from '../../support/source-file.ts';
import { HostSite } from './host-site.ts';

const page = `<!doctype html>
<html lang="en">
  <title>Clinic</title>
  <script type="module" src="caseload/xf-form.js"></script>
  <script type="module" src="page.js"></script>
  <xf-form src="form.xml"></xf-form>
</html>`;

const script = `const form = document.querySelector('xf-form');
form.addEventListener('xf-submit', (event) =>
  event.waitUntil(fetch('/submissions', { method: 'POST', body: event.xml })));`;

const scriptWithTowns = `${script}
form.instances = { 'jr://file-csv/towns.csv': 'name,label\\nm,Moshi\\na,Arusha\\n' };`;

function formXml(instance: string, binds: string, body: string, prolog = ''): string {
  return `${prolog}<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Visit</h:title><model>${instance}${binds}</model></h:head>
    <h:body>${body}</h:body></h:html>`;
}

const PLAIN = formXml(
  '<instance><visit id="visit"><name/><age/><seen/><sick/><signs/><advice/></visit></instance>',
  `<bind nodeset="/visit/age" type="int" required="true()" constraint=". &lt; 130"/>
   <bind nodeset="/visit/seen" type="date"/>
   <bind nodeset="/visit/signs" relevant="/visit/sick = 'yes'"/>
   <bind nodeset="/visit/advice" calculate="if(/visit/age &gt; 60, concat('see ', /visit/name), 'rest')"/>`,
  `<input ref="/visit/name"><label>Name</label></input>
   <input ref="/visit/age"><label>Age</label></input>
   <input ref="/visit/seen"><label>Seen on</label></input>
   <select1 ref="/visit/sick"><label>Sick?</label><item><value>yes</value><label>Yes</label></item>
     <item><value>no</value><label>No</label></item></select1>
   <select ref="/visit/signs"><label>Signs</label><item><value>fever</value><label>Fever</label></item></select>
   <input ref="/visit/advice"><label>Advice: <output value="/visit/advice"/></label></input>`,
);

// One of each that is fetched when a form calls for it.
const RARE = formXml(
  `<instance><visit id="visit"><name/><key/><area/><town/><day/><child jr:template=""><name/></child><noted/>
     <ok/><rank/><scale/><place/><photo/><mark/><group><in/></group><meta><instanceID/></meta></visit></instance>
   <instance id="towns" src="jr://file-csv/towns.csv"/>`,
  `<bind nodeset="/visit/key" calculate="digest(/visit/name, 'SHA-256', 'hex')"/>
   <bind nodeset="/visit/day" calculate="format-date('2026-03-15', '%d.%m.%Y')"/>
   <bind nodeset="/visit/area" calculate="checklist(1, -1, /visit/name != '')"/>
   <bind nodeset="/visit/place" type="geopoint"/>
   <bind nodeset="/visit/photo" type="binary"/>
   <bind nodeset="/visit/mark" type="binary"/>
   <bind nodeset="/visit/scale" type="int"/>
   <setvalue event="xforms-value-changed" ref="/visit/noted" value="concat(/visit/name, '!')"/>`,
  `<input ref="/visit/name"><label>**Name** of the [mother](https://example.org)</label>
     <setvalue event="xforms-value-changed" ref="/visit/noted" value="concat(/visit/name, '!')"/></input>
   <select1 ref="/visit/town" appearance="autocomplete"><label>Town</label>
     <itemset nodeset="instance('towns')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>
   <group ref="/visit/child"><label>Children</label><repeat nodeset="/visit/child">
     <input ref="/visit/child/name"><label>Name of the child</label></input></repeat></group>
   <trigger ref="/visit/ok"><label>I have read it</label></trigger>
   <range ref="/visit/scale" start="1" end="5" step="1"><label>How bad?</label></range>
   <input ref="/visit/place"><label>Place</label></input>
   <upload ref="/visit/photo" mediatype="image/*"><label>Photo</label></upload>
   <upload ref="/visit/mark" mediatype="image/*" appearance="signature"><label>Signature</label></upload>
   <group ref="/visit/group"><label>More</label><input ref="/visit/group/in"><label>Within</label></input></group>`,
  '<!DOCTYPE html><?xml-stylesheet href="a"?>',
);

const NAME = '<input ref="/visit/name"><label>Name</label></input>';

// Counts days while it is opened.
const DATED = formXml(
  '<instance><visit id="visit"><name/><day/></visit></instance>',
  `<bind nodeset="/visit/day" calculate="concat('day ', number(date('2026-03-02')))"/>`,
  `${NAME}<input ref="/visit/day"><label><output value="/visit/day"/></label></input>`,
);

// Counts them where a long list of choices is shown, whose last texts nobody reads before.
const NOTED = formXml(
  '<instance><visit id="visit"><name/><pick/></visit></instance>',
  '',
  `${NAME}<select1 ref="/visit/pick" appearance="columns"><label>Pick</label>${Array.from(
    { length: 30 },
    (_, at) =>
      `<item><value>v${at}</value><label>${at < 29 ? at : `<output value="concat('day ', number(date('2026-03-02')))"/>`}</label></item>`,
  ).join('')}</select1>`,
);

/** Holds requests back until they are let go. */
function holdBack() {
  const held: Route[] = [];
  let isHeld = true;
  return {
    waiting: (route: Route) => (isHeld ? void held.push(route) : route.continue()),
    letGo: () => {
      isHeld = false;
      for (const route of held) void route.continue();
    },
  };
}

/** What the JavaScript that a page has fetched so far comes to, in bytes of gzip. */
class Weight {
  #bytes = 0;

  constructor(opened: Page) {
    opened.on('response', (response) => {
      const name = new URL(response.url()).pathname;
      if (!name.startsWith('/caseload/')) return;
      const file = join(projectFolder, 'dist/embed', name.slice('/caseload/'.length));
      this.#bytes += gzipSync(readFileSync(file), { level: 9 }).length;
    });
  }

  get kibibytes(): number {
    return this.#bytes / 1024;
  }
}

/** The last column of the table in `docs/embedding.md`: how many KiB something may be. */
function limits(): ReadonlyMap<string, number> {
  const text = readFileSync(join(projectFolder, 'docs/embedding.md'), 'utf8');
  const rows = [...text.matchAll(/^\| (.+?) \| [\d.]+ KiB \| ([\d.]+) KiB \|/gm)];
  return new Map(rows.map(([, name = '', limit]) => [name, Number(limit)]));
}

/** Below its limit, and not so far below that the limit would let a slow growth go by unseen. */
function expectWithinLimit(name: string, kibibytes: number): void {
  const limit = limits().get(name) ?? 0;
  const told = `${name}: ${kibibytes.toFixed(1)} KiB; docs/embedding.md allows ${limit}`;
  expect(kibibytes, told).to.be.within(limit * 0.9, limit);
}

describe('the module that fetches what a form calls for', () => {
  const site = new HostSite({ '/': page, '/page.js': script });
  let url: string;
  let browser: Browser;
  let opened: OpenedPage;

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
    opened.page.setDefaultTimeout(20_000);
  });

  afterEach(() => opened.close());

  it('shows an ordinary form with no more than the table of sizes says', async () => {
    const { page } = opened;
    const weight = new Weight(page);
    site.put('/form.xml', PLAIN);
    // The questions are shown without what comes after them.
    await page.route(/answering|xf-keys|xf-outline|xf-problems/, () => undefined);
    await page.goto(url);
    await page.getByLabel('Name').waitFor();
    await page.waitForTimeout(300);
    expectWithinLimit('to show an ordinary form', weight.kibibytes);
  });

  it('sends it with no more than the table says', async () => {
    const { page } = opened;
    const weight = new Weight(page);
    site.put('/form.xml', PLAIN);
    await page.goto(url);
    await page.getByLabel('Name').fill('Asha');
    await page.getByLabel('Age').fill('61');
    await page.getByRole('group', { name: 'Sick?' }).getByLabel('Yes').check();
    await page.getByText('Advice: see Asha').waitFor();
    await page.getByRole('button', { name: 'Send form' }).click();
    await page.getByText('Form sent').waitFor();
    expect(site.received.splice(0)[0]).to.contain('<advice>see Asha</advice>');
    expectWithinLimit('to fill it in and send it', weight.kibibytes);
    expect(opened.problems).to.deep.equal([]);
  });

  it('is beside one module that has everything', () => {
    const file = readFileSync(join(projectFolder, 'dist/embed/caseload.js'));
    expectWithinLimit(
      '`caseload.js`, everything in one module',
      gzipSync(file, { level: 9 }).length / 1024,
    );
  });

  it('opens a form that calls for everything, and shows its texts right from the first', async () => {
    const { page } = opened;
    site.put('/page.js', scriptWithTowns);
    site.put('/form.xml', RARE);
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = () => {
        const first = document.querySelector('xf-form')?.shadowRoot?.querySelector('xf-input');
        const label = first?.shadowRoot?.querySelector('[part~=label]')?.textContent;
        if (label) seen.push(label.trim());
        requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(url);
    await page.getByLabel('Name of the mother').fill('Asha');
    await page.getByRole('combobox', { name: 'Town' }).fill('Aru');
    await page.getByRole('option', { name: 'Arusha' }).click();
    await page.getByRole('button', { name: /Add/ }).click();
    await page.getByLabel('Name of the child').fill('Neema');
    await page.getByRole('slider').press('ArrowRight');
    await page.getByLabel('Within').fill('x');
    for (const name of ['xf-geopoint', 'xf-upload', 'xf-signature', 'xf-trigger'])
      expect(await page.locator(name).count(), name).to.equal(1);
    await page.getByRole('button', { name: 'Send form' }).click();
    await page.getByText('Form sent').waitFor();
    const [xml = ''] = site.received.splice(0);
    for (const answer of [
      /<key>[0-9a-f]{64}<\/key>/,
      /<day>15\.03\.2026<\/day>/,
      /<area>1<\/area>/,
      /<town>a<\/town>/,
      /<noted>Asha!<\/noted>/,
      /<child><name>Neema<\/name><\/child>/,
      /<scale>\d<\/scale>/,
    ])
      expect(xml).to.match(answer);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(new Set(seen)).to.deep.equal(new Set(['Name of the mother']));
    expect(opened.problems).to.deep.equal([]);
  });

  it('keeps what is answered while the machine is on its way', async () => {
    const { page } = opened;
    site.put('/page.js', script);
    site.put('/form.xml', PLAIN);
    const { waiting, letGo } = holdBack();
    await page.route(/answering/, waiting);
    await page.goto(url);
    await page.getByLabel('Name').fill('Asha');
    await page.getByLabel('Age').fill('61');
    await page.getByLabel('Seen on').fill('2026-11-22');
    letGo();
    await page.getByText('Advice: see Asha').waitFor();
    expect(await page.getByLabel('Name').inputValue()).to.equal('Asha');
    expect(await page.getByLabel('Age').inputValue()).to.equal('61');
    expect(opened.problems).to.deep.equal([]);
  });

  it('shows a form that calls for what answers call for when that is there, and one that calls for it while it is shown', async () => {
    const { page } = opened;
    site.put('/page.js', script);
    for (const xml of [DATED, NOTED]) {
      site.put('/form.xml', xml);
      const { waiting, letGo } = holdBack();
      await page.route(/answering/, waiting);
      await page.goto(url);
      await page.waitForTimeout(300);
      letGo();
      await page.getByText('day 20514').waitFor();
      await page.getByLabel('Name').fill('Asha');
      await page.getByRole('button', { name: 'Send form' }).click();
      await page.getByText('Form sent').waitFor();
      await page.unrouteAll();
    }
    expect(opened.problems).to.deep.equal([]);
  });

  it('goes on with a draft, in French where the page is French', async () => {
    const { page } = opened;
    site.put('/form.xml', PLAIN);
    site.put('/', pageIn('fr'));
    site.put(
      '/page.js',
      `const form = document.querySelector('xf-form');
       form.draft = '<visit id="visit"><name>Neema</name><age/><seen/><sick/><signs/><advice/></visit>';`,
    );
    await page.goto(url);
    await page.getByRole('button', { name: 'Envoyer' }).waitFor();
    expect(await page.getByLabel('Name').inputValue()).to.equal('Neema');
    expect(opened.problems).to.deep.equal([]);
  });

  it('says so, and can be tried again, when a part cannot be fetched', async () => {
    const { page } = opened;
    site.put('/', pageIn('en'));
    site.put('/page.js', scriptWithTowns);
    site.put('/form.xml', RARE);
    await page.route(/parse-csv/, (route) => route.abort());
    await page.goto(url);
    await page.getByText('This form cannot be used as it is').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Name of the mother').waitFor();
  });
});

function pageIn(language: string): string {
  return page.replace('lang="en"', `lang="${language}"`);
}
