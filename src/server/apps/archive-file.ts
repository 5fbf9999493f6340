import { isJunk } from '../../suite/is-junk.ts';
import { readZip, unpackEntry } from '../../suite/read-zip.ts';

/** Bytes of one file unpacked: no more than a whole archive may have. */
const MOST_BYTES = 64 * 2 ** 20;

/** One file of a `.ccz`, by its path in it; `undefined` when there is none, it is too large, or damaged. */
export function archiveFile(
  archive: Uint8Array,
  path: string,
): Uint8Array<ArrayBuffer> | undefined {
  if (isJunk(path)) return undefined;
  const entry = readZip(archive).find(({ name }) => name === path);
  const unpacked = entry && entry.size <= MOST_BYTES ? unpackEntry(entry) : undefined;
  return unpacked?.kind === 'unpacked' ? new Uint8Array(unpacked.bytes) : undefined;
}
