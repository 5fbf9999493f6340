import { readFile, writeFile } from 'node:fs/promises';
import { renameInLines } from '../../replay/drift/rename-in-lines.ts';
import type { RenamedQuestion } from '../../replay/drift/renamed-question.ts';
import { renamedQuestion } from '../../replay/drift/renamed-question.ts';
import { ReplayPlayer } from '../../replay/player.ts';
import type { FileHost } from './file-host.ts';
import { readRecording } from './file-host.ts';

/**
 * Takes over the new paths of questions that the form calls otherwise by now, in the recording and what it includes, until the replay
 * stops for another reason or goes to its end. Returns a sentence for each. Recordings in YAML stay as they are.
 */
export async function fixRecording(file: string, host: FileHost): Promise<readonly string[]> {
  const told: string[] = [];
  for (;;) {
    const found = await findRenamed(file, host);
    if (found === undefined || !(await rename(found))) return told;
    told.push(`${found.file}: ${found.from} is ${found.to} now`);
  }
}

interface FoundIn extends RenamedQuestion {
  /** Where the line stands that names it. */
  readonly file: string;
}

async function findRenamed(file: string, host: FileHost): Promise<FoundIn | undefined> {
  const player = new ReplayPlayer(await readRecording(file), host);
  try {
    while (await player.step());
    const renamed = renamedQuestion(player);
    return renamed && { ...renamed, file: player.divergence?.place.file ?? file };
  } finally {
    player.end();
  }
}

/** False where nothing could be changed. */
async function rename({ file, ...renamed }: FoundIn): Promise<boolean> {
  if (!file.endsWith('.jsonl')) return false;
  const text = await readFile(file, 'utf8');
  const fixed = renameInLines(text, renamed);
  if (fixed !== text) await writeFile(file, fixed);
  return fixed !== text;
}
