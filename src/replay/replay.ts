import type { LineKind, LineOf, RecordingLine } from './format/line-shapes.ts';
import type { Recording } from './format/recording.ts';
import {
  playAddRepeat,
  playAnswer,
  playAttach,
  playClear,
  playNext,
  playPrevious,
  playRemoveRepeat,
} from './play/play-answers.ts';
import { playExpectCase } from './play/play-expect-case.ts';
import {
  playExpectCases,
  playExpectDrafts,
  playExpectScreen,
  playExpectWaiting,
} from './play/play-expect-device.ts';
import { playExpect } from './play/play-expect.ts';
import { playSnapshot } from './play/play-snapshot.ts';
import { playChooseOwner, playConfirmOwner, playSubmit, playSync } from './play/play-submit.ts';
import {
  playAct,
  playAsUser,
  playBack,
  playFillInFirst,
  playHome,
  playLanguage,
  playNetwork,
  playOpen,
  playResume,
  playSearch,
  playSelect,
} from './play/play-way.ts';
import {
  playCase,
  playFixture,
  playGroup,
  playLevel,
  playLocation,
  playUser,
} from './play/play-world.ts';
import { Divergence } from './play/divergence.ts';
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
      await play(stage, line);
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

type Play<K extends LineKind> = (stage: Stage, line: LineOf<K>) => void | Promise<void>;

const PLAYS: { readonly [K in Exclude<LineKind, 'recording' | 'include'>]: Play<K> } = {
  user: playUser,
  group: playGroup,
  level: playLevel,
  location: playLocation,
  case: playCase,
  fixture: playFixture,
  asUser: playAsUser,
  setNow: (stage, { subject }) => stage.setNow(Date.parse(subject)),
  setPosition: ({ environment }, { subject }) => environment.setHere(subject),
  network: playNetwork,
  note: () => undefined,
  open: playOpen,
  search: playSearch,
  select: playSelect,
  act: playAct,
  back: playBack,
  home: playHome,
  resume: playResume,
  fillInFirst: playFillInFirst,
  answer: playAnswer,
  clear: playClear,
  attach: playAttach,
  addRepeat: playAddRepeat,
  removeRepeat: playRemoveRepeat,
  next: playNext,
  previous: playPrevious,
  language: playLanguage,
  submit: playSubmit,
  chooseOwner: playChooseOwner,
  confirmOwner: playConfirmOwner,
  sync: playSync,
  expect: playExpect,
  expectCase: playExpectCase,
  expectCases: playExpectCases,
  expectScreen: playExpectScreen,
  expectWaiting: playExpectWaiting,
  expectDrafts: playExpectDrafts,
  snapshot: playSnapshot,
};

function play(stage: Stage, line: RecordingLine): void | Promise<void> {
  const { kind } = line;
  // The parser has put included files in place, and lets a recording begin only once.
  if (kind === 'recording' || kind === 'include') return undefined;
  return (PLAYS[kind] as Play<LineKind>)(stage, line);
}

function warningsOf({ environment, recording }: Stage): string[] {
  if (!environment.usedClock) return [];
  const { file, line } = recording.header.place;
  return [
    `${file}:${line}: something asks for the time, and the recording does not pin it. Add "now" to the first line.`,
  ];
}
