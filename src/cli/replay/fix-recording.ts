import { readFile, writeFile } from 'node:fs/promises';
import { renameInLines } from '../../replay/drift/rename-in-lines.ts';
import type { RenamedQuestion } from '../../replay/drift/renamed-question.ts';
import { renamedQuestion } from '../../replay/drift/renamed-question.ts';
import type { Place } from '../../replay/format/line-shapes.ts';
import { ReplayPlayer } from '../../replay/player.ts';
import type { FileHost } from './file-host.ts';
import { readRecording } from './file-host.ts';

/**
 * Takes over the new paths of questions that the form calls otherwise by now, in the recording and what it includes, until the replay
 * stops for another reason or goes to its end. Returns a sentence for each. Recordings in YAML stay as they are.
 */
export async function fixRecording(file: string, host: FileHost): Promise<readonly string[]> {
  const told: string[] = [];
  const left = new Set<string>();
  for (;;) {
    const found = await findRenamed(file, host);
    // Two forms that share included lines would have them renamed to and fro.
    if (found === undefined || left.has(found.to)) return told;
    const files = await rename(found);
    if (files.length === 0) return told;
    left.add(found.from);
    for (const changed of files) told.push(`${changed}: ${found.from} is ${found.to} now`);
  }
}

async function findRenamed(file: string, host: FileHost): Promise<RenamedQuestion | undefined> {
  const player = new ReplayPlayer(await readRecording(file), host);
  try {
    while (await player.step());
    return renamedQuestion(player);
  } finally {
    player.end();
  }
}

/** All files or none: with the new path in some of them only, nobody could tell the two apart. Returns those that it has changed. */
async function rename(renamed: RenamedQuestion): Promise<readonly string[]> {
  const lines = linesByFile(renamed.places);
  const files = [...lines.keys()];
  if (!files.every((file) => file.endsWith('.jsonl'))) return [];
  for (const file of files) {
    const rows = (await readFile(file, 'utf8')).split('\n');
    const fixed = rows.map((row, at) =>
      lines.get(file)?.has(at + 1) ? renameInLines(row, renamed) : row,
    );
    await writeFile(file, fixed.join('\n'));
  }
  return files;
}

/** 1-based. */
function linesByFile(places: readonly Place[]): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>();
  for (const { file, line } of places) lines.set(file, (lines.get(file) ?? new Set()).add(line));
  return lines;
}
