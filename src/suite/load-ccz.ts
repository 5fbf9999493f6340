import type { UnzipFileInfo } from 'fflate';
import { unzipSync } from 'fflate';
import type { AppDefinition } from './app-definition.ts';
import { AppLoadError } from './app-load-error.ts';
import { findDefinition, loadDefinitionFiles } from './definition/load-definition-files.ts';
import { loadAppFiles } from './load-app-files.ts';
import { isSafePath } from './resolve-path.ts';

/** Caps of an archive: number of entries, and bytes of all of them unpacked. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly bytes: number;
}

const DEFAULT_LIMITS: ArchiveLimits = { entries: 10_000, bytes: 256 * 1024 * 1024 };

const JUNK = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/;

/**
 * Opens a `.ccz`: a zip with `profile.ccpr`, suites, strings, forms and media; or a zipped folder with an `app.json` of our
 * own. Nothing is unpacked before its declared size has been counted. Throws {@link AppLoadError}, and for an `app.json`
 * `AppDefinitionError`.
 */
export function loadCcz(
  bytes: Uint8Array,
  file: string,
  limits: ArchiveLimits = DEFAULT_LIMITS,
): AppDefinition {
  const files = unpack(bytes, file, limits);
  const definition = findDefinition(files);
  return definition === undefined || hasProfile(files)
    ? loadAppFiles(files, file)
    : loadDefinitionFiles(files, definition, file);
}

function hasProfile(files: ReadonlyMap<string, Uint8Array>): boolean {
  return [...files.keys()].some((path) => `/${path}`.endsWith('/profile.ccpr'));
}

function unpack(bytes: Uint8Array, file: string, limits: ArchiveLimits): Map<string, Uint8Array> {
  const gate = new EntryGate(file, limits);
  try {
    const unpacked = unzipSync(bytes, { filter: (entry) => gate.admits(entry) });
    return new Map(Object.entries(unpacked));
  } catch (error) {
    if (error instanceof AppLoadError) throw error;
    throw new AppLoadError(
      `the file is not a zip archive, or it is damaged (${(error as Error).message})`,
      file,
      'Download the app again and choose the .ccz file itself.',
    );
  }
}

/** Counts entries before they are unpacked. */
class EntryGate {
  #entries = 0;
  #bytes = 0;

  constructor(
    readonly file: string,
    readonly limits: ArchiveLimits,
  ) {}

  admits(entry: UnzipFileInfo): boolean {
    if (entry.name.endsWith('/') || JUNK.test(entry.name)) return false;
    this.#entries += 1;
    this.#bytes += entry.originalSize;
    if (!isSafePath(entry.name)) {
      throw this.#refusal(`its entry ${entry.name} would lie outside the app`);
    }
    if (this.#entries > this.limits.entries) {
      throw this.#refusal(`it has more than ${this.limits.entries} files`);
    }
    if (this.#bytes > this.limits.bytes) {
      throw this.#refusal(`it holds more than ${Math.floor(this.limits.bytes / 1048576)} MB`);
    }
    return true;
  }

  #refusal(reason: string): AppLoadError {
    return new AppLoadError(
      `the archive is refused: ${reason}`,
      this.file,
      'Export the app again.',
    );
  }
}
