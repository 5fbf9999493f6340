// node scripts/run.js bench/replay.ts [FORM.xml or APP]
//
// How fast recordings are played: answers a second in one form, what a run of the built command costs from its start to its end, and
// whether a thousand recordings in one process leave anything behind. Without a form: the largest sample form.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FileHost, readRecording } from '../src/cli/replay/file-host.ts';
import { findRecordings } from '../src/cli/replay/find-recordings.ts';
import { Coverage } from '../src/replay/coverage/coverage.ts';
import { Chance } from '../src/replay/explore/chance.ts';
import { FormFiller } from '../src/replay/explore/form-filler.ts';
import { Walk } from '../src/replay/explore/walk.ts';
import { parseRecording } from '../src/replay/format/parse-recording.ts';
import type { Recording } from '../src/replay/format/recording.ts';
import { writeRecording } from '../src/replay/format/write-recording.ts';
import { replay } from '../src/replay/replay.ts';
import { median } from './statistics.ts';

const [form = 'forms/maternal-health/register.xml'] = process.argv.slice(2);

/** Runs of one measurement. */
const ROUNDS = 9;
const RECORDINGS = 1_000;

await tellAnswers();
tellStart();
await tellMemory();

async function tellAnswers(): Promise<void> {
  const recording = await filledIn(form);
  const answers = recording.lines.filter(({ kind }) => kind === 'answer').length;
  const host = new FileHost({ update: false });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await replay(recording, host);
    times.push(performance.now() - began);
  }
  const rate = (time: number) => Math.round((answers / time) * 1000).toLocaleString('en');
  console.log(`${form}: ${answers} answers, ${recording.lines.length} lines`);
  console.log(`  answers a second, opening and reading the form included: ${rate(median(times))}`);
  console.log(`  the first time, when nothing is compiled yet: ${rate(times[0] ?? 0)}`);
}

/** A recording in which somebody answers all that this form asks. */
async function filledIn(path: string): Promise<Recording> {
  const header = { recording: 1, app: resolve(path), now: '2026-06-15T08:00:00Z', seed: 1 };
  const world = [header, { user: 'ann' }].map((line) => JSON.stringify(line)).join('\n');
  const coverage = new Coverage();
  const walk = await Walk.begin(
    parseRecording(world, resolve('bench.jsonl')),
    new FileHost({ update: false, coverage }),
  );
  await walk.stage.device({ file: '', line: 1 });
  const { screen } = walk.device.session.getSnapshot().context;
  const [choice] = screen?.kind === 'menu' ? screen.choices : [];
  await walk.do({ kind: 'open', subject: choice?.text ?? '' });
  await new FormFiller(coverage, new Chance(1), () => false).fill(walk);
  const text = writeRecording(walk.lines);
  walk.stage.end();
  return parseRecording(`${world}\n${text}`, resolve('bench.jsonl'));
}

function tellStart(): void {
  const small = 'forms/village/sessions/private-reminder.jsonl';
  const time = (...args: readonly string[]) => {
    const began = performance.now();
    const { status } = spawnSync(process.execPath, args);
    if (status !== 0)
      throw new Error(`${args.join(' ')} ended with ${status}: npm run build first`);
    return performance.now() - began;
  };
  const rounds = Array.from({ length: ROUNDS }, () => [
    time('-e', '0'),
    time('dist/cli/caseload.js', 'replay', small),
  ]);
  const [nothing, played] = [0, 1].map((at) => Math.min(...rounds.map((round) => round[at] ?? 0)));
  console.log(
    `${small}: the command takes ${Math.round(played ?? 0)} ms; Node alone, ${Math.round(nothing ?? 0)} ms`,
  );
}

async function tellMemory(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const files = await findRecordings(['forms']);
  const host = new FileHost({ update: false });
  const sizes: number[] = [];
  for (let count = 0; count < RECORDINGS; count += 1) {
    await replay(await readRecording(files[count % files.length] ?? ''), host);
    if ((count + 1) % 250 !== 0) continue;
    collect();
    sizes.push(Math.round((process.memoryUsage().heapUsed - compiledCode()) / 100_000) / 10);
  }
  console.log(
    `${RECORDINGS} recordings in one process; memory but for compiled code after each quarter, MB: ${sizes.join(', ')}`,
  );
}

/** Bytes. The compiler goes on making functions faster for a long time; what it makes is nothing that a recording has left behind. */
function compiledCode(): number {
  const { code_and_metadata_size, bytecode_and_metadata_size } = getHeapCodeStatistics();
  return code_and_metadata_size + bytecode_and_metadata_size;
}
