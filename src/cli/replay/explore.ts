import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sumOf, percentOf } from '../../replay/coverage/coverage-report.ts';
import type { Explored, FoundFlaw } from '../../replay/explore/explore.ts';
import { explore } from '../../replay/explore/explore.ts';
import { minimalFlaw } from '../../replay/explore/minimal-flaw.ts';
import type { Recording } from '../../replay/format/recording.ts';
import { writeRecording } from '../../replay/format/write-recording.ts';
import { CommandError } from '../command-error.ts';
import { readWorld, sessionsFolder } from './app-world.ts';
import { FileHost } from './file-host.ts';
import { readPercent } from './replay-options.ts';
import { tellCoverage } from './tell-coverage.ts';

const HELP = `caseload replay explore: walks through an app at random, rather where nobody has been, and looks after what must always hold.

Usage: caseload replay explore APP [options]

APP is a folder with app.json, a .ccz, or a single XForm.

--world FILE      recording whose people, places and cases are used; else those of the app's first recording, else a few
--seed N          another seed is another way (1)
--seconds N       no longer than this (10)
--all             go on for that long although every branch was taken
--out FOLDER      where recordings of what breaks are written (sessions of the app)
--keep            write the ways that led to something new, too, as recordings to keep
--coverage TO     text, or a FILE.json or FILE.html; may be given more than once
--min-branches N  fail when less than N per cent of the branches were taken

The exit code is 0 when nothing broke, 1 when something did or too little was seen, 2 when the app cannot be opened.
`;

/** The time that making one recording shorter may take, in milliseconds. */
const SHORTENING = 20_000;

/** `caseload replay explore`. */
export async function exploreCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options === undefined) {
    process.stdout.write(HELP);
    return;
  }
  if ((await stat(options.app).catch(() => undefined)) === undefined)
    throw new CommandError(`There is no ${options.app}.`, 2);
  const out = options.out ?? (await sessionsFolder(options.app));
  const world = await readWorld(options.app, options.world, join(out, 'found.jsonl'));
  const host = new FileHost({ update: false });
  const app = await host.openApp(world.header.app ?? '.', world.file);
  const isOver = deadline(options.seconds * 1000);
  const explored = await explore({
    app,
    world,
    host,
    seed: options.seed,
    isOver,
    keepsOn: options.all,
  });
  tell(explored, options.seed);
  for (const [index, found] of explored.flaws.entries())
    await writeFlaw(
      found,
      explored.world,
      host,
      join(out, `found-${options.seed}-${index + 1}.jsonl`),
    );
  if (options.keep) await writeWays(explored, out, options.seed);
  const isEnough = await tellCoverage(explored.coverage.forms, options);
  process.exitCode = explored.flaws.length > 0 || !isEnough ? 1 : 0;
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        world: { type: 'string' },
        seed: { type: 'string', default: '1' },
        seconds: { type: 'string', default: '10' },
        all: { type: 'boolean', default: false },
        out: { type: 'string' },
        keep: { type: 'boolean', default: false },
        coverage: { type: 'string', multiple: true, default: [] },
        'min-branches': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return undefined;
    const [app, ...others] = positionals;
    if (app === undefined || others.length > 0) throw new Error('Name one app.');
    const numbers = { seed: count(values.seed), seconds: count(values.seconds) };
    return { ...values, ...numbers, app, minBranches: readPercent(values['min-branches']) };
  } catch (error) {
    throw new CommandError(`${(error as Error).message} See: caseload replay explore --help`, 2);
  }
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`"${text}" is no whole number.`);
}

function deadline(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds;
  return () => performance.now() >= end;
}

function tell({ coverage, walks, steps, flaws }: Explored, seed: number): void {
  const sum = sumOf(coverage.forms);
  const broken = flaws.length === 0 ? 'nothing broke' : `${flaws.length} broke`;
  const found = `${sum.taken} of ${sum.all} branches (${percentOf(sum)} %)`;
  const ways = walks === 1 ? '1 walk' : `${walks} walks`;
  process.stdout.write(`${ways}, ${steps} steps from seed ${seed}: ${found}, ${broken}\n`);
}

async function writeFlaw(
  found: FoundFlaw,
  world: Recording,
  host: FileHost,
  file: string,
): Promise<void> {
  const lines = await minimalFlaw(found, world, host, deadline(SHORTENING));
  const [header, ...rest] = lines;
  const titled = [{ ...header, title: found.flaw.message } as typeof header, ...rest];
  await write(file, writeRecording(titled.flatMap((line) => line ?? [])));
  process.stdout.write(`✗ ${found.flaw.message}\n  ${file}\n`);
}

async function writeWays({ newWays, world }: Explored, out: string, seed: number): Promise<void> {
  for (const [index, way] of newWays.entries()) {
    const title = `A way that was found from seed ${seed}`;
    const lines = [{ ...world.header, title }, ...world.lines, ...way];
    const file = join(out, `way-${seed}-${index + 1}.jsonl`);
    await write(file, writeRecording(lines));
    process.stdout.write(`✓ ${file}\n`);
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
}
