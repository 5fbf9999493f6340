import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import type { Recording } from '../../replay/format/recording.ts';
import type { HandedAct, PlayerJob, PlayerResult } from '../../web/player/player-page.ts';
import { CommandError } from '../command-error.ts';
import { filesIn } from './files-in.ts';
import { BrowserHand } from './hand/browser-hand.ts';

const OWN_APP = '..';

/** As strict as a page can be. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const PAGE = `<!doctype html>
<html lang="en"><title>Replay</title><script type="module" src="player.js"></script><body></body></html>`;

/** Plays recordings in a real Chromium: over its IndexedDB, in the panel that shows what people see. */
export class BrowserPlayer {
  #hand: BrowserHand | undefined;

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** `script` is the built player page. `launch` starts the browser. */
  static async open(script: string, launch: () => Promise<Browser>): Promise<BrowserPlayer> {
    const server = createServer((request, response) => {
      const isScript = request.url === '/player.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      response.setHeader('Content-Security-Policy', POLICY);
      response.end(isScript ? script : PAGE);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const browser = await launch();
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('window.playInPage !== undefined');
    return new BrowserPlayer(server, browser, page);
  }

  /** In the page itself; or, by hand, with real clicks and keys on the page. Throws CannotByHandError for what that cannot do. */
  async play(recording: Recording, { byHand = false } = {}): Promise<PlayerResult> {
    if (byHand) await this.#lendHand();
    const job: PlayerJob = { recording, apps: await appsOf(recording), byHand };
    return this.page.evaluate((given) => globalThis.window.playInPage(given), job);
  }

  async #lendHand(): Promise<void> {
    if (this.#hand !== undefined) return;
    const hand = new BrowserHand(this.page);
    this.#hand = hand;
    await this.page.exposeFunction('actByHand', (act: HandedAct) => hand.act(act));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((done) => this.server.close(done));
  }
}

/** Every app that the recording names, zipped. */
async function appsOf({ header, lines, file }: Recording): Promise<Record<string, string>> {
  const named = lines.flatMap((line) => (line.kind === 'asUser' ? (line.app ?? []) : []));
  const apps: Record<string, string> = {};
  for (const name of new Set([header.app ?? OWN_APP, ...named]))
    apps[name] = Buffer.from(await packed(resolve(dirname(file), name))).toString('base64');
  return apps;
}

async function packed(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new CommandError(`There is no ${path}.`, 2);
  return found.isDirectory() ? zipSync(await filesIn(path), { level: 1 }) : readFile(path);
}
