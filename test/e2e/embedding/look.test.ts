import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openXml } from '../../support/open-xml.ts';
import { controlSamples, sampleForm, samplePicture } from '../../support/every-control.ts';
import { launchBrowser, openPage, type PageVariant } from '../../support/launch-browser.ts';
import { projectFolder } from '../../support/source-file.ts';
import { HostSite } from './host-site.ts';

const page = `<!doctype html><html lang="en"><title>Look</title>
  <script type="module" src="caseload/xf-form.js"></script><xf-form></xf-form></html>`;

/** Where a part of a question lies: its start as pixels from the question's own, its width as a share of the question's. */
type Box = readonly [start: number, share: number];

/** The parts of each question from top to bottom. */
type Look = Readonly<Record<string, Readonly<Record<string, Box>>>>;

/**
 * Pictures differ from machine to machine with their fonts; where the parts of a question lie does not. So that is what is kept, and
 * compared with room for the width of letters. `CASELOAD_UPDATE_LOOK=1 npm test -- --only e2e look` writes it anew, after one has
 * looked at `npm run screenshots -- --story controls`.
 */
const BASELINE = join(projectFolder, 'test/e2e/embedding/look.json');
const STARTS_WITHIN = 3;
const SHARES_WITHIN = 0.15;

const states = {
  empty: {},
  answered: { answered: true },
  error: { bind: 'required="true()"' },
  readonly: { answered: true, bind: 'readonly="true()"' },
} as const;

async function lookOf(page: Page, state: keyof typeof states, rtl: boolean): Promise<Look> {
  const xml = sampleForm(controlSamples, states[state]);
  await openXml(page, rtl ? xml.replace('lang="en"', 'lang="ar"') : xml);
  if (state === 'error') {
    await page.locator('xf-form [part=submit-button]').click();
    await page.locator('[part=error]').first().waitFor();
  }
  await page.waitForTimeout(300);
  return page.evaluate(measure);
}

/** Runs in the page. */
function measure(): Look {
  const questions = document.querySelector('xf-form')?.shadowRoot?.querySelectorAll('.question');
  const look: Record<string, Record<string, Box>> = {};
  for (const question of questions ?? []) {
    const { name } = question as HTMLElement & { name: string };
    const whole = question.getBoundingClientRect();
    const isRtl = getComputedStyle(question).direction === 'rtl';
    const parts = ['label', 'hint', 'error'].map((part) => [part, `[part=${part}]`]);
    const found = [
      ...parts,
      ['control', 'input, select, textarea, canvas, summary, button, .value'],
    ]
      .map(
        ([part = '', selector = '']) =>
          [part, question.shadowRoot?.querySelector(selector)] as const,
      )
      .filter(([, element]) => element?.checkVisibility());
    const boxes = found.map(
      ([part, element]) => [part, (element as Element).getBoundingClientRect()] as const,
    );
    boxes.sort(([, one], [, other]) => one.top - other.top);
    look[name] = Object.fromEntries(
      boxes.map(([part, box]) => {
        const start = isRtl ? whole.right - box.right : box.left - whole.left;
        return [part, [Math.round(start), Math.round((box.width / whole.width) * 100) / 100]];
      }),
    );
  }
  return look;
}

/** Everything that lies elsewhere than it did, in words. */
function differences(where: string, before: Look, now: Look): string[] {
  return Object.entries(before).flatMap(([name, parts]) => {
    const found = now[name] ?? {};
    if (Object.keys(found).join() !== Object.keys(parts).join())
      return [
        `${where}, ${name}: ${Object.keys(parts).join(', ')} became ${Object.keys(found).join(', ')}`,
      ];
    return Object.entries(parts)
      .filter(([part, box]) => !isNear(box, found[part]))
      .map(
        ([part, box]) =>
          `${where}, ${name}, ${part}: ${box.join(' ')} became ${found[part]?.join(' ')}`,
      );
  });
}

function isNear([start, share]: Box, other: Box | undefined): boolean {
  if (other === undefined) return false;
  return Math.abs(start - other[0]) <= STARTS_WITHIN && Math.abs(share - other[1]) <= SHARES_WITHIN;
}

describe('how every question looks', () => {
  const site = new HostSite({ '/': page, '/picture.svg': samplePicture });
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

  it('is as it was, in each state, wide, at 320 px and right to left', async () => {
    const looks: Record<string, Look> = {};
    for (const variant of ['light', 'narrow', 'rtl'] as const satisfies readonly PageVariant[]) {
      const { page, problems, close } = await openPage(browser, variant);
      await page.goto(url);
      for (const state of Object.keys(states) as (keyof typeof states)[])
        looks[`${variant} ${state}`] = await lookOf(page, state, variant === 'rtl');
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), variant)
        .to.be.true;
      expect(problems).to.deep.equal([]);
      await close();
    }
    if (process.env['CASELOAD_UPDATE_LOOK']) writeFileSync(BASELINE, `${JSON.stringify(looks)}\n`);
    const kept = JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, Look>;
    expect(Object.keys(kept)).to.deep.equal(Object.keys(looks));
    const changed = Object.entries(kept).flatMap(([where, look]) =>
      differences(where, look, looks[where] ?? {}),
    );
    expect(changed).to.deep.equal([]);
  });
});
