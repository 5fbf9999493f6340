import { expect } from 'chai';
import { existsSync, readdirSync } from 'node:fs';
import { replay } from '../../src/replay/replay.ts';
import { FileHost, readRecording } from '../../src/cli/replay/file-host.ts';
import { findRecordings } from '../../src/cli/replay/find-recordings.ts';

// The sample apps tell their stories in forms/<app>/sessions. `npm run replay` says more about one that differs.

const host = new FileHost({ update: false });

for (const file of await findRecordings(['forms'])) {
  const recording = await readRecording(file);
  describe(file.split('/').slice(1, 2).join(), () => {
    it(recording.header.title ?? file, async () => {
      const { divergence, warnings } = await replay(recording, host);
      const place = divergence && `${divergence.place.file}:${divergence.place.line}`;
      expect(divergence && [place, divergence.message, ...divergence.why]).to.equal(undefined);
      expect(warnings).to.deep.equal([]);
    });
  });
}

describe('every sample app', () => {
  it('has recordings', () => {
    const silent = readdirSync('forms').filter((app) => !existsSync(`forms/${app}/sessions`));
    expect(silent).to.deep.equal([]);
  });
});
