import type { Restore } from '../openrosa/restore.ts';
import { isRestore } from '../openrosa/is-restore.ts';
import { parseRestore } from '../openrosa/parse-restore.ts';
import type { AppDefinition } from '../suite/app-definition.ts';
import { AppLoadError } from '../suite/app-load-error.ts';
import { decodeText } from '../suite/decode-text.ts';
import { loadAnyFiles } from '../suite/load-any-files.ts';
import { loadCcz } from '../suite/load-ccz.ts';
import { NO_PAUSES } from '../sync/pace.ts';
import type { Pace } from '../sync/pace.ts';
import { readRestore } from '../sync/read-restore.ts';
import { formApp } from './form-app.ts';
import type { GivenFile, GivenFolder } from './given.ts';

/** What a person gave: an app, and what its user holds. */
export interface GivenApp {
  readonly app: AppDefinition;
  readonly restore: Restore;
}

/** Who works with an app that came without a restore. */
const NOBODY: Restore = {
  message: '',
  syncToken: undefined,
  registration: { username: 'guest', userId: 'guest', date: '', userData: {} },
  fixtures: [],
  cases: [],
  ledgers: [],
  removals: [],
  problems: [],
};

/**
 * An app (.ccz, or the folder of one) or a single form, and a restore beside it, told by what is in the files rather than by their names.
 * Rejects with `AppLoadError`, `XmlParseError` or `FormParseError`, each with its place. `onProgress` hears how much of the restore
 * is read, from 0 to 1.
 */
export async function openGivenFiles(
  files: readonly (GivenFile | GivenFolder)[],
  pace: Pace = NO_PAUSES,
  onProgress: (read: number) => void = () => undefined,
): Promise<GivenApp> {
  let app: AppDefinition | undefined;
  let restore: Restore | undefined;
  for (const file of files) {
    if ('files' in file) app = loadAnyFiles(file.files, file.name);
    else if (!isXml(file)) app = loadCcz(file.bytes, file.name);
    else {
      const text = decodeText(file.bytes);
      if (isRestore(text, file.name))
        restore = await readRestore(text, file.name, pace, onProgress);
      else app = formApp(text, file.name);
    }
  }
  if (app === undefined) {
    const name = files[0]?.name ?? '';
    throw new AppLoadError('there is no app in this', name, 'Give a .ccz file or a form as well.');
  }
  return { app, restore: restore ?? practiceRestore(app) };
}

/** What came with an app for practising, and nothing where nothing came. Throws `XmlParseError`. */
export function practiceRestore({ practiceRestore: found }: AppDefinition): Restore {
  return found === undefined ? NOBODY : parseRestore(found.text, found.path);
}

const SPACES = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);

/** The first thing in the file is a tag. */
function isXml({ bytes }: GivenFile): boolean {
  return bytes.find((byte) => !SPACES.has(byte)) === 0x3c;
}
