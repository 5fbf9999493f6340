import type { ReactiveControllerHost } from 'lit';
import type { FoundAddress, Geocoder } from './geocoder.ts';

/** Fewer letters than these mean too many places. */
const FEWEST = 3;

/** How far looking up is: `none` while nothing was looked up, or once an address has been chosen. */
export type AddressSearch =
  | { readonly kind: 'none' | 'looking' | 'failed' }
  | { readonly kind: 'found'; readonly addresses: readonly FoundAddress[] };

const NONE: AddressSearch = { kind: 'none' };

/** Looks up what somebody types as an address. Other words end what is being looked up: its answer is not heard any more. */
export class AddressFinder {
  readonly #host: ReactiveControllerHost;
  #search: AddressSearch = NONE;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get search(): AddressSearch {
    return this.#search;
  }

  /** Resolves when the answer is there, or does not matter any more. */
  async look(geocoder: Geocoder | undefined, words: string, language: string): Promise<void> {
    this.stop();
    if (geocoder === undefined || words.trim().length < FEWEST) return;
    const running = new AbortController();
    this.#running = running;
    this.#show({ kind: 'looking' });
    const search = await found(geocoder, words.trim(), { signal: running.signal, language });
    if (!running.signal.aborted) this.#show(search);
  }

  /** Forgets what was found. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#show(NONE);
  }

  #show(search: AddressSearch): void {
    this.#search = search;
    this.#host.requestUpdate();
  }
}

async function found(
  geocoder: Geocoder,
  words: string,
  options: Parameters<Geocoder>[1],
): Promise<AddressSearch> {
  try {
    return { kind: 'found', addresses: await geocoder(words, options) };
  } catch {
    return { kind: 'failed' };
  }
}
