// npm run bench:cases [-- --cases N  --rounds N]
//
// Lists of very many cases and restores, in Chromium with an IndexedDB on the disk. All figures are ratios of one run.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../../scripts/find-browser.js';
import { projectFolder } from '../../test/support/source-file.ts';
import { median } from '../statistics.ts';
import type {} from './page.ts';

const { values: chosen } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
  },
});
const CASES = Number(chosen.cases);
const ROUNDS = Number(chosen.rounds);
const FEW_CASES = CASES / 10;
const ADDRESS = 'http://localhost/bench/';
const WORD = 'amina k';

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly beside: string;
  readonly ratio: number;
  readonly most: number;
}

const profile = mkdtempSync(join(tmpdir(), 'caseload-bench-'));
const script = await bundlePage();
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: await ensureBrowser(),
  args: [...browserArguments, '--js-flags=--expose-gc'],
  headless: true,
});
console.log(
  `${cpus()[0]?.model}, ${availableParallelism()} cores, Chromium ${browser.browser()?.version()}, load average ${loadavg()[0]!.toFixed(1)}, ${CASES} cases`,
);
const rows = [...(await restores()), ...(await lists())];
print(rows);
await browser.close();
rmSync(profile, { recursive: true, force: true });

async function restores(): Promise<Row[]> {
  const [own, saxes, bytes]: number[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    own!.push(
      await inPage(FEW_CASES, (page) => page.evaluate((n) => casesBench.restore(`own${n}`), round)),
    );
    saxes!.push(await inPage(FEW_CASES, (page) => page.evaluate(() => casesBench.saxes())));
    bytes!.push(
      await inPage(FEW_CASES, (page) =>
        page.evaluate((n) => casesBench.writeBytes(`b${n}`), round),
      ),
    );
  }
  const base = median(saxes!) + median(bytes!);
  const beside = `saxes ${ms(median(saxes!))} + IndexedDB ${ms(median(bytes!))}`;
  const what = `restore of ${FEW_CASES} cases, from text to list`;
  return [{ what, value: median(own!), unit: 'ms', beside, ratio: median(own!) / base, most: 2 }];
}

async function lists(): Promise<Row[]> {
  const { longest, all } = await inPage(CASES, (page) =>
    page.evaluate(() => casesBench.longestTask('many')),
  );
  const [opened, read]: number[][] = [[], []];
  const [typed, looped, sorted, plain]: number[][] = [[], [], [], []];
  const memory: Memory[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    read!.push(await inPage(0, (page) => page.evaluate(() => casesBench.read('many'))));
    await inPage(0, async (page) => {
      opened!.push(await page.evaluate(() => casesBench.open('many')));
      // As long as a person takes to go to the search.
      await page.waitForTimeout(3000);
      typed!.push(...(await page.evaluate((word) => casesBench.search(word), WORD)));
      looped!.push(...(await page.evaluate((word) => casesBench.loop(word), WORD)));
      sorted!.push(await page.evaluate(() => casesBench.sort(0)));
      plain!.push(await page.evaluate(() => casesBench.sortNames()));
    });
    memory.push(await inPage(0, measureMemory));
  }
  const perCase = median(memory.map(({ used, cases }) => used / cases));
  const values = median(memory.map(({ properties, cases }) => properties / cases));
  return [
    {
      ...{ what: `restore of ${CASES} cases, longest task`, value: longest, unit: 'ms' },
      ...{ beside: `50 ms (all: ${ms(all)})`, ratio: longest / 50, most: 1 },
    },
    beside('first page of the list after opening the app', opened!, 'records read', read!, 3),
    beside('search, per keystroke', typed!, 'loop over names', looped!, 2),
    { ...beside('search, slowest keystroke', [Math.max(...typed!)], '16 ms', [16], 1) },
    beside('sort by a column, first time', sorted!, 'sort of names', plain!, 2),
    beside('the same', sorted!, '100 ms', [100], 1),
    {
      ...{ what: 'memory for a case', value: perCase, unit: 'bytes' },
      ...{ beside: `property values ${values.toFixed(0)} bytes`, ratio: perCase / values, most: 2 },
    },
  ];
}

function beside(what: string, own: number[], name: string, other: number[], most: number): Row {
  const [value, base] = [median(own), median(other)];
  return { what, value, unit: 'ms', beside: `${name} ${ms(base)}`, ratio: value / base, most };
}

interface Memory {
  readonly used: number;
  readonly cases: number;
  readonly properties: number;
}

/** What the cases add to the heap, with the tables outside it. */
async function measureMemory(page: Page): Promise<Memory> {
  const before = await heap(page);
  await page.evaluate(() => casesBench.load('many'));
  const used = (await heap(page)) - before;
  return { used, ...(await page.evaluate(() => casesBench.sizes())) };
}

async function heap(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; backingStorageSize?: number } =
    await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** Runs `work` in a fresh page, after a restore of so many cases was made there. */
async function inPage<T>(cases: number, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await openPage(browser);
  if (cases > 0) await page.evaluate((count) => casesBench.prepare(count), cases);
  const result = await work(page);
  await page.close();
  return result;
}

async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route(`${ADDRESS}**`, (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: script }
        : {
            contentType: 'text/html',
            body: '<!doctype html><html lang="en"><meta charset="utf-8"><script type="module" src="main.js"></script>',
          },
    ),
  );
  await page.goto(ADDRESS);
  await page.waitForFunction(() => 'casesBench' in globalThis);
  return page;
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [join(projectFolder, 'bench/cases/page.ts')], bundle: true, write: false },
    ...{ format: 'esm', platform: 'browser', target: 'es2022', minify: true, logLevel: 'error' },
    tsconfig: join(projectFolder, 'tsconfig.json'),
  });
  return outputFiles[0]!.text;
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}

function print(all: readonly Row[]): void {
  for (const { what, value, unit, beside: base, ratio, most } of all) {
    const reached = ratio <= most ? 'yes' : 'NO';
    console.log(
      `${what.padEnd(48)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(5)} ${base.padEnd(38)} ${ratio.toFixed(2).padStart(6)} ×  at most ${most}: ${reached}`,
    );
  }
  console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
}
