import type { EmbeddedSource } from '../elements/case/embedding.ts';
import { readGiven } from '../elements/case/read-given.ts';
import type { Given } from '../machines/given.ts';

/** What an embedded element was given, as it can be opened. */
export async function embeddedFiles({
  src,
  restore,
  files,
}: EmbeddedSource): Promise<readonly Given[]> {
  if (files.length > 0) return Promise.all(files.map(readGiven));
  return [src, restore].filter((address) => address !== '').map((address) => ({ address }));
}
