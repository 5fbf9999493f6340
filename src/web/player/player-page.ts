import '../../elements/dev/replay-panel.ts';
import type { Recording } from '../../replay/format/recording.ts';
import { bytesOf } from '../../replay/format/base64.ts';
import type { ReplayOutcome } from '../../replay/play/outcome.ts';
import { databaseName, openDatabase } from '../../storage/open-database.ts';
import { IndexedDbUserStore } from '../../storage/indexeddb-user-store.ts';
import { loadCcz } from '../../suite/load-ccz.ts';

// A page that plays recordings in a real browser: over its IndexedDB, with the app as its people see it.

/** What is to be played: data alone, so that it can be handed over from another process. */
export interface PlayerJob {
  readonly recording: Recording;
  /** Apps by the names that the recording has for them: zips of their folders, or `.ccz`, in base64. */
  readonly apps: Readonly<Record<string, string>>;
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

/** Plays a recording in the panel of the page, from its first line to its end or the first that goes another way. */
export async function playInPage({ recording, apps }: PlayerJob): Promise<PlayerResult> {
  const panel = document.querySelector('replay-panel') ?? document.createElement('replay-panel');
  document.body.append(panel);
  plays += 1;
  const world = `replay-${plays}`;
  panel.host = {
    clock: () => Date.now(),
    openApp: async (name) => loadCcz(bytesOf(apps[name] ?? apps[OWN_APP] ?? ''), name),
    openStore: async (userId) =>
      new IndexedDbUserStore(await openDatabase(databaseName(world, userId))),
  };
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
  return { played: panel.played, divergence: differs, outcome: panel.outcome };
}

declare global {
  interface Window {
    playInPage: typeof playInPage;
  }
}

window.playInPage = playInPage;
