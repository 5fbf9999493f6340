import type { LineKind, LineOf, RecordingLine } from '../format/line-shapes.ts';
import {
  playAddRepeat,
  playAnswer,
  playAttach,
  playClear,
  playNext,
  playPrevious,
  playRemoveRepeat,
  playUndo,
} from './play-answers.ts';
import { playExpectCase } from './play-expect-case.ts';
import {
  playExpectCases,
  playExpectDrafts,
  playExpectScreen,
  playExpectWaiting,
} from './play-expect-device.ts';
import { playExpect } from './play-expect.ts';
import { playExpectSound } from './play-expect-sound.ts';
import { playReopen } from './play-reopen.ts';
import { playSnapshot } from './play-snapshot.ts';
import { playChooseOwner, playConfirmOwner, playSubmit, playSync } from './play-submit.ts';
import {
  playAct,
  playAsUser,
  playBack,
  playFillInFirst,
  playFollow,
  playHome,
  playLanguage,
  playNetwork,
  playOpen,
  playResume,
  playSearch,
  playSelect,
} from './play-way.ts';
import {
  playCase,
  playFixture,
  playGroup,
  playLevel,
  playLocation,
  playUser,
} from './play-world.ts';
import type { Stage } from './stage.ts';

/** What a line does on the stage. Throws, or rejects with, a Divergence where it does not go as it says. */
export function playLine(stage: Stage, line: RecordingLine): void | Promise<void> {
  const { kind } = line;
  // The parser has put included files in place, and lets a recording begin only once.
  if (kind === 'recording' || kind === 'include') return undefined;
  return (PLAYS[kind] as Play<LineKind>)(stage, line);
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
  follow: playFollow,
  back: playBack,
  home: playHome,
  resume: playResume,
  reopen: playReopen,
  fillInFirst: playFillInFirst,
  answer: playAnswer,
  clear: playClear,
  attach: playAttach,
  addRepeat: playAddRepeat,
  removeRepeat: playRemoveRepeat,
  undo: playUndo,
  redo: playUndo,
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
  expectSound: playExpectSound,
  snapshot: playSnapshot,
};
