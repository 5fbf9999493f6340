import '../../elements/dev/replay-panel.ts';
import type { ReplayPanel } from '../../elements/dev/replay-panel.ts';
import { openGivenFiles } from '../../machines/open-given-files.ts';
import { emptyDevice } from '../../elements/case/device-state.ts';
import { toNative } from '../../elements/form/lexical-text.ts';
import type { Recording } from '../../replay/format/recording.ts';
import { base64Of, bytesOf } from '../../replay/format/base64.ts';
import type { Device } from '../../replay/play/device.ts';
import type { Act } from '../../replay/play/hand.ts';
import type { ReplayOutcome } from '../../replay/play/outcome.ts';
import { databaseName, openDatabase } from '../../storage/open-database.ts';
import { IndexedDbUserStore } from '../../storage/indexeddb-user-store.ts';

import { readHeld } from '../read-held.ts';

// A page that plays recordings in a real browser: over its IndexedDB, with the app as its people see it.

/** What is to be played: data alone, so that it can be handed over from another process. */
export interface PlayerJob {
  readonly recording: Recording;
  /** Apps by the names that the recording has for them: zips of their folders, or `.ccz`, in base64. */
  readonly apps: Readonly<Record<string, string>>;
  /** By real clicks and keys: each act is handed out to {@link Window.actByHand}. */
  readonly byHand: boolean;
}

/** An act as it is handed out of the page: the machines' event, and what a hand needs beside it. */
export interface HandedAct {
  readonly act: Exclude<Act, { readonly type: 'attach' }> | HandedFile;
  /** An answer as its box takes it. */
  readonly typed: string;
  /** What the clock of the story shows, in milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
}

/** A file that is given to a question, its bytes in base64. */
interface HandedFile {
  readonly type: 'attach';
  readonly ref: string;
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

export interface PlayerResult {
  readonly played: number;
  /** What is told of the first line that goes another way. */
  readonly divergence:
    | {
        readonly place: Recording['header']['place'];
        readonly subject: { readonly label: string; readonly path: string };
        readonly expected: string;
        readonly actual: string;
        readonly why: readonly string[];
      }
    | undefined;
  readonly outcome: ReplayOutcome | undefined;
}

const OWN_APP = '..';

let plays = 0;

/**
 * Plays a recording in the panel of the page, from its first line to its end or the first that goes another way. Rejects for what keeps
 * it from being played at all.
 */
export async function playInPage({ recording, apps, byHand }: PlayerJob): Promise<PlayerResult> {
  const panel = document.querySelector('replay-panel') ?? document.createElement('replay-panel');
  document.body.append(panel);
  plays += 1;
  const world = `replay-${plays}`;
  panel.host = {
    clock: () => Date.now(),
    openApp: async (name) => {
      const bytes = bytesOf(apps[name] ?? apps[OWN_APP] ?? '');
      return (await openGivenFiles([{ name, bytes }])).app;
    },
    openStore: async (device) =>
      new IndexedDbUserStore(await openDatabase(databaseName(world, device))),
    ...(byHand && { hand: (act: Act, device: Device) => handOut(panel, act, device) }),
  };
  panel.readHeld = async ({ sandbox }) => ({ ...emptyDevice, ...(await readHeld(sandbox)) });
  panel.recording = recording;
  panel.speed = 'fast';
  await panel.updateComplete;
  let differs: PlayerResult['divergence'];
  const hear = ({ divergence }: { divergence: NonNullable<PlayerResult['divergence']> }) => {
    const { place, subject, expected, actual, why } = divergence;
    differs = { place, subject, expected, actual, why };
  };
  panel.addEventListener('replay-diverge', hear, { once: true });
  await panel.play();
  panel.removeEventListener('replay-diverge', hear);
  if (panel.problem !== '') throw new Error(panel.problem);
  return { played: panel.played, divergence: differs, outcome: panel.outcome };
}

/** The page has to show where the story is before somebody can act on it. */
async function handOut(panel: ReplayPanel, act: Act, device: Device): Promise<boolean> {
  await panel.showDevice();
  return window.actByHand({
    act: act.type === 'attach' ? { ...act, base64: base64Of(act.bytes) } : act,
    typed: act.type === 'answer' ? typedText(device, act.ref, act.value) : '',
    now: device.now,
  });
}

function typedText({ form }: Device, ref: string, value: string): string {
  const node = form?.node(ref);
  return form === undefined || node === undefined
    ? value
    : toNative(value, node.type, form.timeZone);
}

declare global {
  interface Window {
    playInPage: typeof playInPage;
    /** Brought by whoever drives the browser; resolves with false where the page does not offer the act. */
    actByHand: (act: HandedAct) => Promise<boolean>;
  }
}

window.playInPage = playInPage;
