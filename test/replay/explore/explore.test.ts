import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { percentOf, sumOf } from '../../../src/replay/coverage/coverage-report.ts';
import { explore } from '../../../src/replay/explore/explore.ts';
import { minimalFlaw } from '../../../src/replay/explore/minimal-flaw.ts';
import { parseRecording } from '../../../src/replay/format/parse-recording.ts';
import { writeRecording } from '../../../src/replay/format/write-recording.ts';
import type { ReplayHost } from '../../../src/replay/play/stage.ts';
import { replay } from '../../../src/replay/replay.ts';
import type { AppDefinition } from '../../../src/suite/app-definition.ts';
import { loadAppDefinition } from '../../../src/suite/definition/load-app-definition.ts';
import { sampleApp } from '../../support/project-world.ts';

const APPS = readdirSync('forms').filter((name) => existsSync(`forms/${name}/app.json`));

const PEOPLE = readFileSync('forms/_demo-project.jsonl', 'utf8');

const world = parseRecording(
  `{"recording":1,"app":"..","now":"2026-06-15T08:00:00Z","seed":1}\n${PEOPLE}`,
  'world.jsonl',
);

function hostOf(app: AppDefinition): ReplayHost {
  return { openApp: async () => app, clock: () => 0 };
}

/** Explores until all is seen, or for so many questions whether it is over: no clock decides in a test. */
function exploring(app: AppDefinition, seed = 1, asks = 40_000) {
  let asked = 0;
  const isOver = () => (asked += 1) > asks;
  return explore({ app, world, host: hostOf(app), seed, isOver });
}

/** The sample app of villages, with a fault in one of its files. */
async function faulty(file: string, from: string, to: string): Promise<AppDefinition> {
  const names = readdirSync('forms/village').filter((name) => /\.(xml|json)$/.test(name));
  const files = new Map(
    names.map((name) => [name, readFileSync(`forms/village/${name}`, 'utf8')] as const),
  );
  const text = files.get(file) ?? '';
  expect(text.split(from)).to.have.length(2);
  files.set(file, text.replace(from, to));
  return loadAppDefinition(JSON.parse(files.get('app.json') ?? ''), files);
}

describe('exploring', () => {
  for (const name of APPS) {
    it(`sees at least 95 % of the branches of ${name}, and nothing breaks`, async () => {
      const { coverage, flaws } = await exploring(await sampleApp(name));
      expect(flaws.map(({ flaw }) => flaw.message)).to.deep.equal([]);
      expect(percentOf(sumOf(coverage.forms))).to.be.at.least(95);
    });
  }

  it('goes the same way from the same seed, and another from another', async () => {
    const app = await sampleApp('village');
    const [first, again, other] = [
      await exploring(app, 3, 300),
      await exploring(app, 3, 300),
      await exploring(app, 4, 300),
    ];
    const text = ({ newWays }: typeof first) => newWays.map((way) => writeRecording(way)).join();
    expect(text(again)).to.equal(text(first));
    expect(text(other)).to.not.equal(text(first));
  });

  it('writes its ways as recordings that go as they say', async () => {
    const app = await sampleApp('organization');
    const explored = await exploring(app, 2);
    for (const way of explored.newWays) {
      const { world } = explored;
      const text = writeRecording([world.header, ...world.lines, ...way]);
      const { divergence } = await replay(parseRecording(text, 'way.jsonl'), hostOf(app));
      expect(divergence?.message).to.equal(undefined);
    }
  });

  it('finds a case that nobody owns, and makes the shortest recording that shows it', async () => {
    const app = await faulty('app.json', '"owner_id": "/data/me"', '"owner_id": "/data/what"');
    const { flaws, world } = await exploring(app);
    expect(flaws.map(({ flaw }) => flaw.kind)).to.deep.equal(['unsound']);
    const lines = await minimalFlaw(flaws[0]!, world, hostOf(app), () => false);
    expect(lines.map(({ kind }) => kind)).to.deep.equal([
      'recording',
      'user',
      ...['open', 'open', 'answer', 'submit', 'confirmOwner', 'sync'],
      'expectSound',
    ]);
    const recording = parseRecording(writeRecording(lines), 'found.jsonl');
    const { divergence } = await replay(recording, hostOf(app));
    expect(divergence?.place.line).to.equal(lines.length);
    expect(divergence?.actual).to.contain('is nobody of the project');
  });
});
