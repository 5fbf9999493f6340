import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { writeRecording } from '../../replay/format/write-recording.ts';
import { readCommandOptions } from './command-options.ts';
import { readRecording } from './file-host.ts';
import { filesIn } from './files-in.ts';

const HELP = `caseload replay bundle: puts a recording, all that it includes and its app into one zip, for a report about a fault.

Usage: caseload replay bundle RECORDING [--out FILE.zip]

Unpacked, it is played by: caseload replay FOLDER
`;

/** `caseload replay bundle`. */
export async function bundleCommand(args: readonly string[]): Promise<void> {
  const read = readCommandOptions(args, {
    ...{ command: 'replay bundle', help: HELP, files: 1 },
    options: { out: { type: 'string' } },
  });
  if (read === undefined) return;
  const [file = ''] = read.files;
  const stem = basename(file).replace(/\.\w+$/, '');
  const out = read.values.out ?? `${stem}.zip`;
  await writeFile(out, zipSync(await bundled(file, stem)));
  process.stdout.write(`✓ ${out}\n`);
}

/** By their names in the zip. The recording has its includes in place, and names the app that lies around it. */
async function bundled(file: string, stem: string): Promise<Record<string, Uint8Array>> {
  const { header, lines } = await readRecording(file);
  const app = resolve(dirname(file), header.app ?? '..');
  const isFolder = (await stat(app)).isDirectory();
  const text = writeRecording([
    { ...header, app: isFolder ? '..' : `../${basename(app)}` },
    ...lines,
  ]);
  const own = isFolder ? await filesIn(app) : { [basename(app)]: await readFile(app) };
  const snapshots = await filesIn(join(dirname(file), 'snapshots')).catch(() => ({}));
  return {
    ...own,
    [`sessions/${stem}.jsonl`]: strToU8(text),
    ...Object.fromEntries(
      Object.entries(snapshots).map(([name, bytes]) => [`sessions/snapshots/${name}`, bytes]),
    ),
  };
}
