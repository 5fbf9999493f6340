import type { AppSessionActor } from '../../machines/app-session.ts';
import type { SyncActor } from '../../machines/sync.ts';
import type { ListScreen } from '../../suite/screen.ts';
import type { DeviceState } from './device-state.ts';
import type { LoadingProgress } from './loading-progress.ts';
import type { MediaSource } from './render-value.ts';

/** What an element on somebody else's page opens. */
export interface EmbeddedSource {
  /** Address of an app (`.ccz`, or its `profile.ccpr`) or of an XForm; `''` for none. */
  readonly src: string;
  /** Address of the restore of a user; `''` for the cases that the app brings for practising, or none. */
  readonly restore: string;
  /** The same as files: an app or a form, and a restore where there is one. They go before the addresses. */
  readonly files: readonly File[];
}

/** A `<case-app>` that is to be run. */
export interface EmbeddedApp extends HTMLElement, EmbeddedSource {
  actor: AppSessionActor | undefined;
  sync: SyncActor | undefined;
  device: DeviceState;
  media: MediaSource;
  loading: LoadingProgress | undefined;
  /** Hands what is still being typed to the form. */
  flush(): void;
  /** Opens what was given anew. */
  reopen(): void;
}

/** A `<case-list>` that is to be filled. */
export interface EmbeddedList extends HTMLElement, EmbeddedSource {
  /** The way to the list as in an address: the ids of what is chosen, `m0/m0-f1`. */
  readonly list: string;
  screen: ListScreen | undefined;
  media: MediaSource;
  problem: unknown;
  /** Opens what was given anew. */
  reopen(): void;
}

/** Brings storage and machines to elements that run an app by themselves. Each returns what ends it. */
export interface Embedding {
  runApp(app: EmbeddedApp): () => void;
  fillList(list: EmbeddedList): () => void;
}

let offered: (() => Promise<Embedding>) | undefined;

/** Whoever puts the elements together for other people's pages says where that comes from. */
export function offerEmbedding(load: () => Promise<Embedding>): void {
  offered = load;
}

/** True where there is something to open. */
export function isGiven({ src, files }: EmbeddedSource): boolean {
  return src !== '' || files.length > 0;
}

/** One element's running app or list: begun anew whenever it is given something else. */
export class EmbeddedRun {
  #end: (() => void) | undefined;
  #turn = 0;

  /** Ends what ran before, then runs what `begin` says. Rejects when its code cannot be fetched and nothing else was begun meanwhile. */
  async restart(begin: (embedding: Embedding) => () => void): Promise<void> {
    this.stop();
    const turn = this.#turn;
    if (offered === undefined) throw new RangeError('Nobody has called offerEmbedding');
    try {
      const embedding = await offered();
      if (turn === this.#turn) this.#end = begin(embedding);
    } catch (error) {
      if (turn === this.#turn) throw error;
    }
  }

  /** True when all is there that is needed to show how it goes on. */
  get isRunning(): boolean {
    return this.#end !== undefined;
  }

  stop(): void {
    this.#turn += 1;
    this.#end?.();
    this.#end = undefined;
  }
}
