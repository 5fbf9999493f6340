import { expect } from 'chai';
import { build } from 'esbuild';
import { BrowserPlayer } from '../../src/cli/replay/browser-player.ts';
import { FileHost, readRecording } from '../../src/cli/replay/file-host.ts';
import { findRecordings } from '../../src/cli/replay/find-recordings.ts';
import { replay } from '../../src/replay/replay.ts';
import { launchBrowser } from '../support/launch-browser.ts';

// Headless over memory, and in the panel of a page in a real Chromium over its IndexedDB: the same forms are sent, and the same cases come of them.

describe('the sample recordings, in a browser', () => {
  let player: BrowserPlayer;
  const host = new FileHost({ update: false });
  const problems: string[] = [];

  before(async () => {
    const bundle = await build({
      ...{ entryPoints: ['src/web/player/player-page.ts'], bundle: true, write: false },
      ...{ format: 'esm', target: 'es2022', logLevel: 'silent' },
    });
    player = await BrowserPlayer.open(bundle.outputFiles[0]!.text, launchBrowser);
    player.page.on('pageerror', ({ message }) => problems.push(message));
  });

  after(async () => player.close());

  it('come to the same submissions and cases as headless, every one', async () => {
    for (const file of await findRecordings(['forms'])) {
      const recording = await readRecording(file);
      const headless = await replay(recording, host);
      const inPage = await player.play(recording);
      expect(inPage.divergence, file).to.equal(undefined);
      expect(inPage.played, file).to.equal(headless.played);
      expect(inPage.outcome, file).to.deep.equal(headless.outcome);
    }
    expect(problems).to.deep.equal([]);
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
    const shown = player.page.locator('replay-panel [role=status]');
    expect(await shown.textContent()).to.contain('expected the cases ["Nobody"]');
  });
});
