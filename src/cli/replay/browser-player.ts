import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import type { Recording } from '../../replay/format/recording.ts';
import type { PlayerJob, PlayerResult } from '../../web/player/player-page.ts';
import { CommandError } from '../command-error.ts';
import { filesIn } from './files-in.ts';

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

  async play(recording: Recording): Promise<PlayerResult> {
    const job: PlayerJob = { recording, apps: await appsOf(recording) };
    return this.page.evaluate((given) => globalThis.window.playInPage(given), job);
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
