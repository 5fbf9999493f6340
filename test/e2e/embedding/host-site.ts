import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { projectFolder } from '../../support/source-file.ts';

/** As strict as a page can be. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.ico': 'image/x-icon',
};

/** Somebody else's site, with the built package below `/caseload/` and files of its own. It takes what is posted to it. */
export class HostSite {
  readonly received: string[] = [];
  readonly #files: Map<string, string | Uint8Array>;
  readonly #server: Server;

  constructor(
    files: Readonly<Record<string, string | Uint8Array>>,
    public policy: string = STRICT_POLICY,
  ) {
    this.#files = new Map([['/favicon.ico', ''], ...Object.entries(files)]);
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** Its address, which ends with a slash. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  put(path: string, content: string | Uint8Array): void {
    this.#files.set(path, content);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    response.setHeader('Content-Security-Policy', this.policy);
    if (request.method === 'POST') {
      this.received.push(await bodyOf(request));
      response.writeHead(201).end();
      return;
    }
    const content = this.#files.get(pathname) ?? builtFile(pathname);
    const type = TYPES[extname(pathname)] ?? 'text/html; charset=utf-8';
    response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': type });
    response.end(content);
  }
}

function builtFile(pathname: string): string | undefined {
  const [, name] = /^\/caseload\/([\w./-]+)$/.exec(pathname) ?? [];
  const file = join(projectFolder, 'dist/embed', name ?? '');
  return name === undefined || name.includes('..') || !existsSync(file)
    ? undefined
    : readFileSync(file, 'utf8');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
