import type { ReactiveControllerHost } from 'lit';
import type { ListRow } from '../../suite/screen.ts';
import type { FoundRows } from './found-rows.ts';
import { endsWithin, inSlices } from './in-slices.ts';
import { ListIndex } from './list-index.ts';
import type { ListView } from './list-view.ts';
import { whileIdle } from './while-idle.ts';

/**
 * Finds the rows of a list as it is searched and sorted. Where very many rows have to be read first, it reads no more than what was asked
 * needs, with breaks; until then what was found before stays, and whoever types is not held up.
 */
export class ListFinder {
  readonly #host: ReactiveControllerHost;
  #index = new ListIndex([]);
  #found: FoundRows | undefined;
  #reading: Promise<void> | undefined;

  /** `host` is asked to update when what it asked for can be found. */
  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** These are the rows from now on. */
  setRows(rows: readonly ListRow[], isFuzzy: boolean): void {
    this.#index = new ListIndex(rows, isFuzzy);
    this.#found = undefined;
  }

  /** Reads while nothing else is to do, so that the first letter and the first header need not wait for it. */
  readAhead(language: string, isWanted: () => boolean): void {
    const index = this.#index;
    whileIdle(index.prepare(language), () => index === this.#index && isWanted());
  }

  /** What is to be shown: the rows of this view or, while there is more to read for it, those that were found last. */
  find(view: ListView, language: string): FoundRows {
    if (this.#found === undefined || this.#isSoonReady(view, language)) {
      this.#found = this.findNow(view, language);
    } else this.#reading ??= this.#read(view, language);
    return this.#found;
  }

  /** The rows of this view, however long that takes. */
  findNow(view: ListView, language: string): FoundRows {
    return this.#index.find(view, language);
  }

  /** Fulfilled when the host can update; `undefined` where nothing is being read for it. */
  get reading(): Promise<void> | undefined {
    return this.#reading;
  }

  #isSoonReady(view: ListView, language: string): boolean {
    if (this.#index.isReadyFor(view, language)) return true;
    if (this.#reading !== undefined) return false;
    return endsWithin(SOON, this.#index.prepareFor(view, language));
  }

  async #read(view: ListView, language: string): Promise<void> {
    const index = this.#index;
    try {
      await inSlices(index.prepareFor(view, language), () => index === this.#index);
    } finally {
      this.#reading = undefined;
    }
    // Not after a failure, which would only come again: the next search or order tries once more.
    this.#host.requestUpdate();
  }
}

/** Milliseconds: all that most lists need. */
const SOON = 8;
