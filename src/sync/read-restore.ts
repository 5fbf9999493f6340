import { restoreSteps } from '../openrosa/parse-restore.ts';
import type { Restore } from '../openrosa/restore.ts';
import { atPace } from './pace.ts';
import type { Pace } from './pace.ts';

/**
 * Reads a restore at a pace. `onProgress` hears at each pause how much is read, from 0 to 1, and once it is all; what is read
 * without a pause is not worth telling. Rejects with `XmlParseError` and with `WorkCancelled`.
 */
export async function readRestore(
  text: string,
  file: string,
  pace: Pace,
  onProgress: (read: number) => void,
): Promise<Restore> {
  let isLong = false;
  const restore = await atPace(restoreSteps(text, file), pace, (characters) => {
    isLong = true;
    onProgress(characters / text.length);
  });
  if (isLong) onProgress(1);
  return restore;
}
