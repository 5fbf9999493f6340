import { readZip, unpackEntry } from '../../suite/read-zip.ts';

/** One file of a `.ccz`, by its path in it; `undefined` when there is none, or it is damaged. */
export function archiveFile(
  archive: Uint8Array,
  path: string,
): Uint8Array<ArrayBuffer> | undefined {
  const entry = readZip(archive).find(({ name }) => name === path);
  const unpacked = entry && unpackEntry(entry);
  return unpacked?.kind === 'unpacked' ? new Uint8Array(unpacked.bytes) : undefined;
}
