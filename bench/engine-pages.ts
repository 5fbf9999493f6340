import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.js';
import { projectFolder } from '../test/support/source-file.ts';

/** The engines that are measured: ours, and the peer. */
export const ENGINES = { ours: 'caseload-engine.ts', peer: 'xforms-engine.js' } as const;

export type EngineName = keyof typeof ENGINES;

const folder = join(projectFolder, 'bench');

/** Installs the peer into bench/node_modules when it is not there in the version that package.json names. */
export function ensurePeer(): void {
  if (installedVersion() === wantedVersion()) return;
  console.log('Installing the peer engine (once) …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      '`npm ci` failed in bench/: check the network, or run with --own, without the peer.',
    );
}

function wantedVersion(): string {
  return readJson('package.json').dependencies['@getodk/xforms-engine'];
}

function installedVersion(): string | undefined {
  const file = 'node_modules/@getodk/xforms-engine/package.json';
  return existsSync(join(folder, file)) ? readJson(file).version : undefined;
}

function readJson(file: string) {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** One engine in a browser of its own, so that neither has the memory or the compiled code of the other. */
export class EngineBrowser {
  private constructor(
    readonly name: EngineName,
    private readonly browser: Browser,
    private readonly script: string,
  ) {}

  static async start(name: EngineName): Promise<EngineBrowser> {
    const script = await bundleForPage(ENGINES[name]);
    const browser = await chromium.launch({
      executablePath: await ensureBrowser(),
      args: browserArguments,
    });
    return new EngineBrowser(name, browser, script);
  }

  get version(): string {
    return this.browser.version();
  }

  /** A fresh page with the engine in it. */
  async open(): Promise<EnginePage> {
    const page = await this.browser.newPage();
    await page.route(`${ADDRESS}**`, (route) => route.fulfill(this.#answer(route.request().url())));
    await page.goto(ADDRESS);
    await page.waitForFunction(() => 'bench' in globalThis);
    return new EnginePage(page, await page.context().newCDPSession(page));
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  #answer(url: string) {
    return url.endsWith('.js')
      ? { headers: ISOLATION, contentType: 'text/javascript', body: this.script }
      : { headers: ISOLATION, contentType: 'text/html', body: HTML };
  }
}

/** Answered by us, no server listens there. */
const ADDRESS = 'http://localhost/bench/';
const HTML = '<!doctype html><meta charset="utf-8"><script type="module" src="main.js"></script>';

/** With these a page's clock is exact to 5 microseconds. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

async function bundleForPage(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'page', file)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.text;
}

/** A page with an engine: see `page/measure.ts` for what it can be asked. */
export class EnginePage {
  constructor(
    readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  /** Memory in use after a garbage collection: JavaScript's heap and that of the DOM, in bytes. */
  async heap(): Promise<number> {
    await this.devtools.send('HeapProfiler.collectGarbage');
    const usage: { usedSize: number; embedderHeapUsedSize?: number } =
      await this.devtools.send('Runtime.getHeapUsage');
    return usage.usedSize + (usage.embedderHeapUsedSize ?? 0);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
