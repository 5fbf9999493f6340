import { expect } from 'chai';
import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { FileHost, readRecording } from '../../src/cli/replay/file-host.ts';
import { findRecordings } from '../../src/cli/replay/find-recordings.ts';
import { replay } from '../../src/replay/replay.ts';
import { loadAppDefinition } from '../../src/suite/definition/load-app-definition.ts';
import type { Fault } from './faults.ts';
import { APP_FAULTS, RULE_FAULTS } from './faults.ts';

// Recordings are worth what they notice: each fault has to make one of them differ.

/** The text of the file with the fault in it. */
function faulty({ file, from, to }: Fault, text = readFileSync(file, 'utf8')): string {
  expect(text.split(from), `“${from}” in ${file}`).to.have.length(2);
  return text.replace(from, () => to);
}

/** Opens apps from files as the command does, one of them with a fault in it. */
class FaultyHost extends FileHost {
  constructor(private readonly fault: Fault) {
    super({ update: false });
  }

  override async openApp(name: string, recording: string) {
    const folder = relative('.', resolve(recording, '..', name));
    if (!this.fault.file.startsWith(`${folder}/`)) return super.openApp(name, recording);
    const names = readdirSync(folder).filter((name) => /\.(xml|json)$/.test(name));
    const files = new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
    files.set(this.fault.file.slice(folder.length + 1), faulty(this.fault));
    return loadAppDefinition(JSON.parse(files.get('app.json') ?? ''), files);
  }
}

async function isNoticed(fault: Fault): Promise<boolean> {
  const host = new FaultyHost(fault);
  for (const file of await findRecordings(['forms'])) {
    const { divergence } = await replay(await readRecording(file), host);
    if (divergence !== undefined) return true;
  }
  return false;
}

describe('the recordings notice an app that', () => {
  it('(and nothing in one that is as it should be)', async () => {
    const [fault] = APP_FAULTS;
    expect(await isNoticed({ ...fault!, to: fault!.from })).to.be.false;
  });

  for (const fault of APP_FAULTS) {
    it(`${fault.name} (${fault.file})`, async () => {
      expect(await isNoticed(fault)).to.be.true;
    });
  }
});

const OUTPUT = resolve('.cache/faults');

/** Bundles the command with a fault in its source, and says how it ends. */
async function exitCodeWith(fault: Fault, index: number): Promise<number> {
  const outfile = `${OUTPUT}/${index}.mjs`;
  await build({
    stdin: {
      contents: `import { replayCommand } from './src/cli/replay/replay.ts'; await replayCommand(process.argv.slice(2));`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile },
    ...{ logLevel: 'silent', target: 'node20' },
    plugins: [
      {
        name: 'fault',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) =>
            path === resolve(fault.file) ? { contents: faulty(fault), loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  return new Promise((done) => {
    execFile(process.execPath, [outfile, '--bail', 'forms'], (error) =>
      done(error === null ? 0 : Number(error.code)),
    );
  });
}

describe('the recordings notice a rule that', () => {
  after(() => rm(OUTPUT, { recursive: true, force: true }));

  it('(and nothing in one that is as it should be)', async () => {
    const [fault] = RULE_FAULTS;
    expect(await exitCodeWith({ ...fault!, to: fault!.from }, RULE_FAULTS.length)).to.equal(0);
  });

  for (const [index, fault] of RULE_FAULTS.entries()) {
    it(`${fault.name} (${fault.file})`, async () => {
      expect(await exitCodeWith(fault, index)).to.equal(1);
    });
  }
});
