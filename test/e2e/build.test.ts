import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { build } from 'esbuild';
import { projectFolder } from '../support/source-file.ts';

// What `npm run build` has written; the suite builds before it runs.
const dist = join(projectFolder, 'dist');

function run(...args: readonly string[]) {
  return promisify(execFile)(process.execPath, [...args], { cwd: projectFolder });
}

function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

function assets(ending: string): string[] {
  const names = readdirSync(join(dist, 'web/assets'));
  return names.filter((name) => name.endsWith(ending)).map((name) => `web/assets/${name}`);
}

describe('the built web app', () => {
  it('has no script, style or handler written into its page', () => {
    const page = read('web/index.html');
    expect(page.match(/<script\b(?![^>]*\bsrc=)[^>]*>/g)).to.be.null;
    expect(page).not.to.match(/<style\b|\sstyle=|\son\w+=|="javascript:/i);
  });

  it('loads nothing from elsewhere', () => {
    const addresses = [...read('web/index.html').matchAll(/\b(?:src|href)="([^"]+)"/g)];
    expect(addresses).not.to.be.empty;
    for (const [, address] of addresses) expect(address).to.match(/^\/(?!\/)/);
  });

  it('names its assets by their content, so that they may be cached for ever', () => {
    expect(assets('.js')).not.to.be.empty;
    for (const name of readdirSync(join(dist, 'web/assets')))
      expect(name).to.match(/-[\w-]{8,}\.\w+(\.map)?$/);
  });

  it('makes no code out of text', () => {
    for (const asset of assets('.js')) expect(read(asset), asset).not.to.match(/\beval\(|new Function\(/); // prettier-ignore
  });
});

describe('the built command line', () => {
  it('starts with the line that makes it a program', () => {
    expect(read('cli/caseload.js')).to.match(/^#!\/usr\/bin\/env node\n/);
  });

  // Run as it is shipped: a package that does not work inside a bundle shows here only.
  it('plays a recording', async () => {
    const story = 'forms/village/sessions/private-reminder.jsonl';
    const { stdout } = await run(join(dist, 'cli/caseload.js'), 'replay', story);
    expect(stdout).to.contain('1 as recorded, 0 differ');
  });
});

describe('the built package for tests', () => {
  it('plays a recording', async () => {
    const story = 'forms/village/sessions/private-reminder.jsonl';
    const code = `import { playRecording } from 'caseload/testing'; await playRecording('${story}'); console.log('as it says');`;
    const { stdout } = await run('--input-type=module', '-e', code);
    expect(stdout).to.equal('as it says\n');
  });
});

describe('the built package for embedding', () => {
  it('is one module that imports no other', async () => {
    const entry = join(dist, 'embed/caseload.js');
    // Read by a parser: the words of an import stand in messages, too.
    const { metafile } = await build({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      packages: 'external',
      write: false,
      metafile: true,
    });
    const modules = Object.values(metafile.inputs);
    expect(modules).to.have.length(1);
    expect(modules[0]?.imports).to.deep.equal([]);
  });
});
