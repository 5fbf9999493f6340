/**
 * The device could not keep or read data. `message` says what is wrong and what helps. `full`: no room left. `newer`: the
 * data were written by a newer version of the app. `closed`: the connection has ended, the page has to be reloaded.
 * `unavailable`: the browser gives no storage, as in some private windows.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(
    readonly kind: 'full' | 'newer' | 'closed' | 'unavailable',
    options?: ErrorOptions,
  ) {
    super(MESSAGES[kind], options);
  }
}

const MESSAGES: Readonly<Record<StorageError['kind'], string>> = {
  full:
    'This device has no room left, so nothing was saved. Send the forms that wait, free some space on the device, ' +
    'and save again.',
  newer:
    'The data on this device were written by a newer version of this app. Reload the page to get that version.',
  closed:
    'The connection to the data on this device has ended. Reload the page; what was saved is safe.',
  unavailable:
    'This browser does not let the app store data on the device. Leave private browsing, or allow site data for ' +
    'this address, and reload the page.',
};

const KINDS: ReadonlyMap<string, StorageError['kind']> = new Map([
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer'],
  ['InvalidStateError', 'closed'],
  ['AbortError', 'closed'],
  ['UnknownError', 'unavailable'],
  ['SecurityError', 'unavailable'],
  ['NotReadableError', 'unavailable'],
]);

/** What IndexedDB threw as a {@link StorageError}, when it is one; anything else as it is. */
export function asStorageError(thrown: unknown): unknown {
  const kind = thrown instanceof DOMException ? KINDS.get(thrown.name) : undefined;
  return kind === undefined ? thrown : new StorageError(kind, { cause: thrown });
}
