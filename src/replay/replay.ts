import type { Recording } from './format/recording.ts';
import { Divergence } from './play/divergence.ts';
import { playLine } from './play/play-line.ts';
import type { ReplayHost } from './play/stage.ts';
import { Stage } from './play/stage.ts';

/** How a recording went. */
export interface ReplayResult {
  readonly recording: Recording;
  /** The first line that did not go as it says; `undefined` when all did. */
  readonly divergence: Divergence | undefined;
  /** Lines that were played, those that set up the world included. */
  readonly played: number;
  /** What makes a recording less certain than it could be, a sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Plays a recording to its end or to the first divergence, with the real machines over stores in memory. Rejects for
 * what keeps it from being played at all, such as an app that cannot be opened.
 */
export async function replay(recording: Recording, host: ReplayHost): Promise<ReplayResult> {
  const stage = new Stage(recording, host);
  let played = 0;
  let divergence: Divergence | undefined;
  try {
    for (const line of recording.lines) {
      await playLine(stage, line);
      played += 1;
    }
  } catch (error) {
    if (!(error instanceof Divergence)) throw error;
    divergence = error;
  } finally {
    stage.end();
  }
  return { recording, divergence, played, warnings: warningsOf(stage) };
}

function warningsOf({ environment, recording }: Stage): string[] {
  const { file, line } = recording.header.place;
  const warning = (asked: string, word: string) =>
    `${file}:${line}: something asks for ${asked}, and the recording does not pin it. Add "${word}" to the first line.`;
  return [
    ...(environment.usedClock ? [warning('the time', 'now')] : []),
    ...(environment.usedChance ? [warning('chance (random or uuid)', 'seed')] : []),
  ];
}
