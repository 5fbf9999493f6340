import type { Recording } from './format/recording.ts';
import type { Divergence } from './play/divergence.ts';
import type { ReplayOutcome } from './play/outcome.ts';
import { outcomeOf } from './play/outcome.ts';
import type { ReplayHost, Stage } from './play/stage.ts';
import { ReplayPlayer } from './player.ts';

/** How a recording went. */
export interface ReplayResult {
  readonly recording: Recording;
  /** The first line that did not go as it says; `undefined` when all did. */
  readonly divergence: Divergence | undefined;
  /** Lines that were played, those that set up the world included. */
  readonly played: number;
  /** What makes a recording less certain than it could be, a sentence each. */
  readonly warnings: readonly string[];
  readonly outcome: ReplayOutcome;
}

/**
 * Plays a recording to its end or to the first divergence, with the real machines over stores in memory. Rejects for
 * what keeps it from being played at all, such as an app that cannot be opened.
 */
export async function replay(recording: Recording, host: ReplayHost): Promise<ReplayResult> {
  const player = new ReplayPlayer(recording, host);
  try {
    while (await player.step());
  } finally {
    player.end();
  }
  const { divergence, played, stage } = player;
  return { recording, divergence, played, warnings: warningsOf(stage), outcome: outcomeOf(stage) };
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
