import type { AppDefinition } from './app-definition.ts';
import { AppLoadError } from './app-load-error.ts';
import type { AppProblem } from './app-problem.ts';
import { isJunk } from './is-junk.ts';
import { loadAnyFiles } from './load-any-files.ts';
import type { ZipEntry } from './read-zip.ts';
import { readZip, unpackEntry } from './read-zip.ts';
import { isSafePath } from './resolve-path.ts';

/** Caps of an archive: number of entries, and bytes of all of them unpacked. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly bytes: number;
}

export interface CczOptions {
  readonly limits?: ArchiveLimits;
  /** What a project says about sharing cases; it counts for definitions of our own only. */
  readonly caseSharing?: boolean | undefined;
}

const DEFAULT_LIMITS: ArchiveLimits = { entries: 10_000, bytes: 256 * 1024 * 1024 };

/**
 * Opens a `.ccz`: a zip with `profile.ccpr`, suites, strings, forms and media; or a zipped folder with an `app.json` of our
 * own. Nothing is unpacked before its declared size has been counted, and nothing beyond that size. A damaged file is a problem of the
 * result. Throws {@link AppLoadError}, and for an `app.json` `AppDefinitionError`.
 */
export function loadCcz(
  bytes: Uint8Array,
  file: string,
  { limits = DEFAULT_LIMITS, caseSharing }: CczOptions = {},
): AppDefinition {
  const gate = new EntryGate(file, limits);
  const entries = listEntries(bytes, file).filter((entry) => gate.admits(entry));
  const files = new Map<string, Uint8Array>();
  const damaged: AppProblem[] = [];
  for (const entry of entries) {
    const unpacked = unpackEntry(entry);
    if (unpacked.kind === 'larger') throw gate.refusal(`${entry.name} is larger than it says`);
    if (unpacked.kind === 'unpacked') files.set(entry.name, unpacked.bytes);
    else damaged.push(damage(entry, unpacked.reason));
  }
  const app = loadAnyFiles(files, file, caseSharing);
  return { ...app, problems: [...damaged, ...app.problems] };
}

function listEntries(bytes: Uint8Array, file: string): readonly ZipEntry[] {
  try {
    return readZip(bytes);
  } catch (error) {
    throw new AppLoadError(
      `the file is not a zip archive, or it is damaged (${(error as Error).message})`,
      file,
      'Download the app again and choose the .ccz file itself.',
    );
  }
}

function damage({ name }: ZipEntry, reason: string): AppProblem {
  const message = `the file is damaged: ${reason}`;
  return { file: name, line: 0, message, remedy: 'Download the app again.' };
}

/** Counts entries before they are unpacked. */
class EntryGate {
  #entries = 0;
  #bytes = 0;

  constructor(
    readonly file: string,
    readonly limits: ArchiveLimits,
  ) {}

  admits(entry: ZipEntry): boolean {
    if (entry.name.endsWith('/') || isJunk(entry.name)) return false;
    this.#entries += 1;
    this.#bytes += entry.size;
    if (!isSafePath(entry.name)) {
      throw this.refusal(`its entry ${entry.name} would lie outside the app`);
    }
    if (this.#entries > this.limits.entries) {
      throw this.refusal(`it has more than ${this.limits.entries} files`);
    }
    if (this.#bytes > this.limits.bytes) {
      throw this.refusal(`it holds more than ${Math.floor(this.limits.bytes / 1048576)} MB`);
    }
    return true;
  }

  refusal(reason: string): AppLoadError {
    return new AppLoadError(
      `the archive is refused: ${reason}`,
      this.file,
      'Export the app again.',
    );
  }
}
