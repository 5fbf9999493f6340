import type { Given } from '../../machines/given.ts';
import type { GivenSource } from './given-file.ts';

/** What a person gave, read: an address, a file, or a folder of files. */
export async function readGiven(source: GivenSource): Promise<Given> {
  if (source instanceof URL) return { address: source.href };
  const { name } = source;
  if (source instanceof File) return { name, bytes: await bytesOf(source) };
  const files = [...source.files].map(async ([path, file]) => [path, await bytesOf(file)] as const);
  return { name, files: new Map(await Promise.all(files)) };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
