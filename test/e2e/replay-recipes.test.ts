import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { browserArguments, ensureBrowser } from '../../scripts/find-browser.js';
import { projectFolder } from '../support/source-file.ts';

const run = promisify(execFile);

const RECORDING_TEST = `import { playRecording } from 'caseload/testing';
it('is played', () => playRecording('/web/visit.jsonl'));`;

/** Of the packages that a reader installs, what the recipes import or run. */
const PACKAGES = ['vitest', 'chai', '@web'];

describe('the recipes of docs/replay.md', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-recipes-'));
    await mkdir(join(folder, 'node_modules'));
    for (const name of PACKAGES)
      await symlink(
        join(projectFolder, 'node_modules', name),
        join(folder, 'node_modules', name),
        'junction',
      );
    await symlink(projectFolder, join(folder, 'node_modules/caseload'), 'junction');
    await cp(join(projectFolder, 'forms/village'), join(folder, 'village'), { recursive: true });
    await cp(join(projectFolder, 'forms/_demo-project.jsonl'), join(folder, '_demo-project.jsonl'));
    await writeRecipes(folder);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('run in Vitest', async () => {
    const told = await runIn(folder, 'vitest/vitest.mjs', 'run', 'test/village.test.js');
    expect(told).to.match(/Tests\s+1 passed/);
  });

  it('say in Vitest what is wrong, and why', async () => {
    const recipe = join(folder, 'test/village.test.js');
    const text = await readFile(recipe, 'utf8');
    const wrong = text.replace("toBeOwnedBy('a')", "toBeOwnedBy('b')");
    await writeFile(join(folder, 'test/wrong.test.js'), wrong);
    const told = await runIn(folder, 'vitest/vitest.mjs', 'run', 'test/wrong.test.js');
    expect(told).to.contain('“Otieno”: expected owner "b", but it is "a"');
  });

  it('run in Node’s own test runner', async () => {
    const told = await runIn(folder, '', '--test', 'test/village.node.js');
    expect(told)
      .to.match(/# pass 4/)
      .and.to.match(/# fail 0/);
  });

  it('run in Web Test Runner', async () => {
    await writeFile(join(folder, 'wtr.js'), await browserConfiguration());
    const told = await runIn(folder, '@web/test-runner/dist/bin.js', '--config', 'wtr.js');
    expect(told).to.contain('1 passed, 0 failed');
  });

  it('play recordings in a page, too, and say where one goes another way', async () => {
    const lines = [
      { recording: 1, app: '/village/register.xml' },
      { user: 'ann' },
      { open: 'Register a household' },
      { expect: '/data/people', required: false },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    await writeFile(join(folder, 'web/visit.jsonl'), text);
    await writeFile(join(folder, 'web/recording.test.js'), RECORDING_TEST);
    const args = ['--config', 'wtr.js', '--files', 'web/recording.test.js'];
    const told = await runIn(folder, '@web/test-runner/dist/bin.js', ...args);
    expect(told).to.contain('/web/visit.jsonl:4: Expected required false, but it is true');
  });
});

/** Every block whose first line names a file, as that file. */
async function writeRecipes(folder: string): Promise<void> {
  const page = await readFile(join(projectFolder, 'docs/replay.md'), 'utf8');
  for (const [, file = '', code = ''] of page.matchAll(/```[jt]s\n\/\/ (\S+)\n(.*?)```/gs)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), code);
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
}

/** What it printed, also when it has failed. */
async function runIn(folder: string, program: string, ...args: string[]): Promise<string> {
  const script = program === '' ? [] : [join(folder, 'node_modules', program)];
  // What these tests run in is not what the recipes run in.
  const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const options = { cwd: folder, env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' } };
  const told = await run(process.execPath, [...script, ...args], options).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return told.stdout + told.stderr;
}

/** The recipe's own, with the browser that these tests use. */
async function browserConfiguration(): Promise<string> {
  const options = { executablePath: await ensureBrowser(), args: browserArguments };
  return `import own from './web-test-runner.config.js';
import { chromeLauncher } from '@web/test-runner-chrome';
export default { ...own, browsers: [chromeLauncher({ launchOptions: ${JSON.stringify(options)} })] };`;
}
