import { expect } from 'chai';
import { build } from 'esbuild';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BrowserPlayer } from '../../src/cli/replay/browser-player.ts';
import { FileHost, readRecording } from '../../src/cli/replay/file-host.ts';
import { findRecordings } from '../../src/cli/replay/find-recordings.ts';
import type { Recording } from '../../src/replay/format/recording.ts';
import type { Divergence } from '../../src/replay/play/divergence.ts';
import { replay } from '../../src/replay/replay.ts';
import { everyQuestion, everyQuestionForm } from '../support/every-question.ts';
import { errandsCcz } from '../support/errands-app.ts';
import { launchBrowser } from '../support/launch-browser.ts';

// Headless over memory; in the panel of a page in a real Chromium over its IndexedDB; and there by real clicks and keys on the app: the
// same forms are sent, and the same cases come of them.

describe('the sample recordings, in a browser', () => {
  let player: BrowserPlayer;
  let folder: string;
  const host = new FileHost({ update: false });
  const problems: string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-players-'));
    const bundle = await build({
      ...{ entryPoints: ['src/web/player/player-page.ts'], bundle: true, write: false },
      ...{ format: 'esm', target: 'es2022', logLevel: 'silent' },
    });
    player = await BrowserPlayer.open(bundle.outputFiles[0]!.text, launchBrowser);
    player.page.on('pageerror', ({ message }) => problems.push(message));
  });

  after(async () => {
    await player.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(() => expect(problems.splice(0)).to.deep.equal([]));

  /** Plays in all three ways, which have to come to the same. */
  async function playThrice(recording: Recording): Promise<void> {
    const { file } = recording;
    const headless = await replay(recording, host);
    expect(told(headless.divergence), file).to.equal(undefined);
    for (const byHand of [false, true]) {
      const inBrowser = await player.play(recording, { byHand });
      expect(told(inBrowser.divergence), `${file}, by hand: ${byHand}`).to.equal(undefined);
      expect(inBrowser.played, file).to.equal(headless.played);
      expect(inBrowser.outcome, file).to.deep.equal(headless.outcome);
    }
  }

  /** A recording about an app that the test has written. */
  async function recordingOf(app: string, lines: readonly object[]): Promise<Recording> {
    const header = { recording: 1, app, now: '2026-06-15T08:00:00Z', seed: 1 };
    const file = join(folder, 'sessions', 'story.jsonl');
    await mkdir(join(folder, 'sessions'), { recursive: true });
    await writeFile(file, [header, ...lines].map((line) => JSON.stringify(line)).join('\n'));
    return readRecording(file);
  }

  for (const app of ['maternal-health', 'organization', 'village', 'visits']) {
    it(`come to the same submissions and cases in all three players: ${app}`, async () => {
      const files = await findRecordings([`forms/${app}`]);
      expect(files).not.to.have.length(0);
      for (const file of files) await playThrice(await readRecording(file));
    });
  }

  it('are about every app that there is', async () => {
    const apps = (await findRecordings(['forms'])).map((file) => file.split('/')[1]);
    expect([...new Set(apps)]).to.deep.equal([
      'maternal-health',
      'organization',
      'village',
      'visits',
    ]);
  });

  it('answer every kind of question by hand, and find each by its path', async () => {
    const app = join(folder, 'every.xml');
    await writeFile(app, everyQuestionForm);
    await playThrice(await recordingOf(app, everyQuestion));
  });

  it('choose from lists, look for a row, and leave the form for later by hand', async () => {
    const app = join(folder, 'errands.ccz');
    await writeFile(app, errandsCcz());
    await playThrice(await recordingOf(app, ERRANDS));
  });

  it('stop where they go another way, and say why', async () => {
    const [file = ''] = await findRecordings(['forms/village']);
    const recording = await readRecording(file);
    const wrong = {
      kind: 'expectCases',
      subject: ['Nobody'],
      place: recording.header.place,
    } as const;
    const { divergence } = await player.play({ ...recording, lines: [...recording.lines, wrong] });
    expect(divergence?.expected).to.equal('the cases ["Nobody"]');
    const shown = player.page.locator('replay-panel [role=status]').first();
    expect(await shown.textContent()).to.contain('expected the cases ["Nobody"]');
  });

  it('differ by hand where the page does not offer what the form would take', async () => {
    const app = resolve('forms/village');
    const { header, lines } = await recordingOf(app, [
      { user: 'ann' },
      { open: ['My reminders', 'Write a reminder'] },
      { answer: '/data/what', value: 'two\nlines' },
    ]);
    const recording = { file: header.place.file, header, lines };
    expect((await replay(recording, host)).divergence).to.equal(undefined);
    const { divergence } = await player.play(recording, { byHand: true });
    expect(divergence?.expected).to.equal('that the page offers it');
  });
});

type Told = Pick<Divergence, 'place' | 'expected' | 'actual' | 'why'>;

function told(divergence: Told | undefined): unknown {
  if (divergence === undefined) return undefined;
  const { place, expected, actual, why } = divergence;
  return [place.line, expected, actual, ...why];
}

/** More errands than one page of the list shows. */
const ERRANDS = [
  { user: 'ann' },
  ...Array.from({ length: 120 }, (_, n) => ({
    ...{ case: `e${n}`, type: 'errand', owner: 'ann' },
    name: `Errand ${String(n).padStart(3, '0')}`,
  })),
  { open: ['Give an errand away'] },
  { select: 'Errand 117' },
  { answer: '/data/to', value: 'somebody' },
  { home: true },
  { expectDrafts: ['Give an errand away'] },
  { open: ['Give an errand away'] },
  { search: '004' },
  { select: 'e4' },
  { answer: '/data/to', value: 'ben' },
  { submit: true },
  { resume: 'Give an errand away' },
  { expect: '/data/to', value: 'somebody' },
  { submit: true },
  { sync: true },
  { expectCase: 'Errand 117', owner: 'somebody', on: 'server' },
];
