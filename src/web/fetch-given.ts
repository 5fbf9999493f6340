import type { GivenFile, GivenFolder } from '../machines/given.ts';
import { fetchAddress } from '../storage/fetch-address.ts';
import { AppLoadError } from '../suite/app-load-error.ts';
import { decodeText } from '../suite/decode-text.ts';
import { namedFiles } from '../suite/named-files.ts';

const PROFILE = 'profile.ccpr';
/** An app of more files than this is none. */
const MOST_FILES = 10_000;
/** What stands at the beginning of a text, far enough to see its first element. */
const BEGINNING = 4096;

/**
 * Fetches what lies at an address: an archive or a form, or by its profile an extracted app with all files that it names. Those that
 * cannot be fetched are left out; opening the app names them. Rejects with `AppLoadError`.
 */
export async function fetchGiven(address: string): Promise<GivenFile | GivenFolder> {
  const url = readAddress(address);
  const fetched = await fetchAddress(url);
  if (fetched.kind === 'refused') throw new AppLoadError(fetched.message, address, fetched.remedy);
  const { bytes } = fetched;
  return isProfile(bytes)
    ? { name: address, files: await fetchRest(url, bytes) }
    : { name: address, bytes };
}

function readAddress(address: string): URL {
  const url = URL.parse(address, location.href);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  const remedy = 'Begin it with https://, as in https://example.org/app/profile.ccpr.';
  throw new AppLoadError('this is no address of a file', address, remedy);
}

function isProfile(bytes: Uint8Array): boolean {
  const beginning = decodeText(bytes.subarray(0, BEGINNING));
  return /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)*<profile[\s>]/.test(beginning);
}

async function fetchRest(url: URL, profile: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map([[PROFILE, profile]]);
  const asked = new Set([PROFILE]);
  for (;;) {
    // A suite that has come names more of them.
    const paths = [...namedFiles(files, PROFILE)].filter((path) => !asked.has(path));
    if (paths.length === 0 || asked.size + paths.length > MOST_FILES) return files;
    await Promise.all(paths.map((path) => fetchInto(files, path, url)));
    for (const path of paths) asked.add(path);
  }
}

async function fetchInto(files: Map<string, Uint8Array>, path: string, from: URL): Promise<void> {
  const relative = path.split('/').map(encodeURIComponent).join('/');
  const fetched = await fetchAddress(new URL(relative, from));
  if (fetched.kind === 'fetched') files.set(path, fetched.bytes);
}
