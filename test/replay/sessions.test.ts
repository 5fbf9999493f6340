import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseRecording } from '../../src/replay/format/parse-recording.ts';
import { replay } from '../../src/replay/replay.ts';
import { demoProject } from '../../src/server/directory/demo-project.ts';
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

describe('the sample apps', () => {
  it('have recordings, every one', () => {
    const apps = readdirSync('forms').filter((name) => existsSync(`forms/${name}/app.json`));
    const silent = apps.filter((app) => !existsSync(`forms/${app}/sessions`));
    expect(silent).to.deep.equal([]);
  });

  it('are recorded with the people of the demo project', () => {
    const text = readFileSync('forms/_demo-project.jsonl', 'utf8');
    const { lines } = parseRecording(`{"recording":1}\n${text}`, 'demo');
    const people = lines.flatMap((line) =>
      line.kind === 'user' ? [[line.subject, line.name, line.locations ?? []]] : [],
    );
    const expected = demoProject.users.map(({ username, firstName, lastName, locations }) => [
      username,
      `${firstName} ${lastName}`,
      locations,
    ]);
    expect(people).to.deep.equal(expected);
    const namesOf = (kind: string) =>
      lines.flatMap((line) => (line.kind === kind && 'name' in line ? [line.name] : []));
    expect(namesOf('group')).to.deep.equal(demoProject.groups.map(({ name }) => name));
    expect(namesOf('location')).to.deep.equal(demoProject.locations.map(({ name }) => name));
    expect(namesOf('level')).to.deep.equal(demoProject.locationTypes.map(({ name }) => name));
  });
});
