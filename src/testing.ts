import { resolve } from 'node:path';
import { FileHost, readRecording } from './cli/replay/file-host.ts';
import { findRecordings } from './cli/replay/find-recordings.ts';
import { Divergence } from './replay/play/divergence.ts';
import { replay } from './replay/replay.ts';
import { chaiMatchers, matchers } from './testing/matchers.ts';
import type { CaseloadMatchers } from './testing/matchers.ts';
import type { ScenarioLine, ScenarioOptions } from './testing/story.ts';
import { Story } from './testing/story.ts';
import { throwDivergence } from './testing/throw-divergence.ts';

// The entry for other people's tests: `import { Scenario } from 'caseload/testing'`. It needs no test runner of its own kind:
// what does not go as it should is thrown as an error that says what was expected, what is, and why.

export { chaiMatchers, Divergence, matchers };
export type { CaseloadMatchers, ScenarioLine, ScenarioOptions };

/** A story over an app in files. */
export class Scenario extends Story {
  /** Opens an app: a folder with `app.json` or `profile.ccpr`, a `.ccz`, or a single XForm. */
  static async load(
    app: string,
    { world = [], ...pinned }: ScenarioOptions = {},
  ): Promise<Scenario> {
    const host = new FileHost({ update: false });
    const scenario = new Scenario(host, resolve(app), resolve('scenario'), pinned);
    await scenario.play(...world);
    return scenario;
  }
}

/** The recordings below these folders, for a test each. */
export function recordings(...paths: readonly string[]): Promise<readonly string[]> {
  return findRecordings(paths);
}

/** Plays a recording. Rejects with a {@link Divergence} that begins with file and line, and says why. */
export async function playRecording(file: string): Promise<void> {
  const { divergence } = await replay(await readRecording(file), new FileHost({ update: false }));
  throwDivergence(divergence);
}
