import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import { projectFolder } from '../support/source-file.ts';

// What `npm run build` has written; the suite builds before it runs.
const engine = readFileSync(join(projectFolder, 'dist/engine/engine.js'), 'utf8');

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('## The engine without a screen'));

/** The first block of that language in the engine's section of the README. */
function example(language: string): string {
  const block = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(section);
  return block?.[1] ?? '';
}

/** The example, with what stands behind `//` checked and not only read. */
function checked(code: string): string {
  const check = (_: string, expression: string, value: string) =>
    `assert.deepStrictEqual((${expression}), (${value}));`;
  const lines = code.replace(/^(?!const |import )(.+); \/\/ (.+)$/gm, check);
  return `import assert from 'node:assert';\n${lines}\nconsole.log('done');`;
}

const run = promisify(execFile);

describe('the engine in Node', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-engine-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(projectFolder, join(folder, 'node_modules/caseload'), 'junction');
    await writeFile(join(folder, 'visit.xml'), example('xml'));
    await writeFile(join(folder, 'example.mjs'), checked(example('js')));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('does what the README says, without DOM and without code out of text', async () => {
    const flags = ['--disallow-code-generation-from-strings'];
    const { stdout } = await run(process.execPath, [...flags, 'example.mjs'], { cwd: folder });
    expect(stdout).to.match(/done\n$/);
    expect(example('js').match(/; \/\/ /g)).to.have.length.greaterThan(8);
  });
});

// As strict as a page can be.
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; require-trusted-types-for 'script'";

const errand = `import { loadForm } from './engine.js';
export function errand() {
  const form = loadForm(${JSON.stringify(example('xml'))}, { missingResources: 'blank' });
  const session = form.createSession();
  session.addRepeat('/visit/child');
  session.setValue('/visit/child[1]/fever', 39);
  const { status, parts } = session.submission.prepare();
  return [status, session.node('/visit/sick').value, parts.length, form.warnings.length].join(' ');
}`;

const files: Readonly<Record<string, readonly [type: string, content: string]>> = {
  '/': ['text/html', '<!doctype html><html lang="en"><title>Engine</title><script type="module" src="page.js"></script><p></p><output></output></html>'], // prettier-ignore
  '/engine.js': ['text/javascript', engine],
  '/errand.js': ['text/javascript', errand],
  '/worker.js': [
    'text/javascript',
    "import { errand } from './errand.js'; postMessage(`${typeof document} ${errand()}`);",
  ],
  '/page.js': [
    'text/javascript',
    `import { errand } from './errand.js';
document.querySelector('p').textContent = errand();
const url = { createScriptURL: (address) => address };
const policy = globalThis.trustedTypes ? trustedTypes.createPolicy('worker', url) : url;
new Worker(policy.createScriptURL('worker.js'), { type: 'module' }).onmessage = ({ data }) => {
  document.querySelector('output').textContent = data;
};`,
  ],
};

describe('the engine in a browser with a strict Content-Security-Policy', () => {
  let server: Server;
  let browser: Browser;

  before(async () => {
    server = createServer((request, response) => {
      const [type, content] = files[request.url ?? ''] ?? ['text/plain', ''];
      response.setHeader('Content-Security-Policy', policy);
      response.writeHead(200, { 'Content-Type': type });
      response.end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('runs in the page and in a worker alike', async () => {
    const { page, problems, close } = await openPage(browser);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.locator('output', { hasText: /./ }).waitFor();
    expect(await page.locator('p').innerText()).to.equal('ready 1 1 1');
    expect(await page.locator('output').innerText()).to.equal('undefined ready 1 1 1');
    expect(problems).to.deep.equal([]);
    await close();
  });
});
