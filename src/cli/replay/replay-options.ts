import { parseArgs } from 'node:util';
import { CommandError } from '../command-error.ts';

export const REPLAY_HELP = `caseload replay: plays recordings and says where the first of them goes another way.

Usage: caseload replay [FILE or FOLDER …] [options]
       caseload replay COMMAND …

Files end in .jsonl, .yaml or .yml; of a folder, all below it in folders called sessions. Without any: forms.

--reporter NAME   pretty (the default), tap, junit, json or github
--grep WORDS      only recordings whose title or file has these words
--shard N/M       the N-th of M parts, so that several computers share the work
--bail            stop at the first recording that differs
--update          write snapshots anew, in place of comparing with them
--fix             take over the new paths of questions that a form calls otherwise by now; look at what it has changed
--coverage TO     say which branches of the forms were taken: text, or a FILE.json or FILE.html; may be given more than once
--min-branches N  differ when less than N per cent of the branches were taken
--browser         play in a real browser, by clicks and keys on the app (needs playwright-core; CHROME_PATH says where the browser is)
--page            play in a page of a real browser, over its storage, but without clicks: quicker
--watch           play again whenever a recording or an app changes
--schema          print the JSON Schema of a line, and play nothing

Commands; each tells more with --help:
  init             write a first recording for an app
  explore          walk through an app at random and look for what breaks
  from-submission  make a recording of a form that was sent
  import           make one of a form entry session, or of traffic with Formplayer
  export           print the forms of a recording as form entry sessions
  minimize         leave out what has nothing to do with a difference
  diff             say what two recordings do differently
  bundle           put a recording and its app into one zip

The exit code is 0 when all went as recorded, 1 when one differs, 2 when one cannot be played.
`;

export const REPORTERS = ['pretty', 'tap', 'junit', 'json', 'github'] as const;

export type ReporterName = (typeof REPORTERS)[number];

export interface ReplayOptions {
  readonly paths: readonly string[];
  readonly reporter: ReporterName;
  /** In small letters; `''` for all. */
  readonly grep: string;
  readonly shard: Shard;
  readonly bail: boolean;
  readonly update: boolean;
  readonly fix: boolean;
  readonly coverage: readonly string[];
  /** In per cent; `undefined` when nobody asks. */
  readonly minBranches: number | undefined;
  readonly browser: boolean;
  readonly page: boolean;
  readonly watch: boolean;
  readonly schema: boolean;
  readonly help: boolean;
}

/** One of so many parts, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Reads the words after `caseload replay`. Throws CommandError. */
export function readReplayOptions(args: readonly string[]): ReplayOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        reporter: { type: 'string', default: 'pretty' },
        grep: { type: 'string', default: '' },
        shard: { type: 'string', default: '1/1' },
        bail: { type: 'boolean', default: false },
        update: { type: 'boolean', default: false },
        fix: { type: 'boolean', default: false },
        coverage: { type: 'string', multiple: true, default: [] },
        'min-branches': { type: 'string' },
        browser: { type: 'boolean', default: false },
        page: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        schema: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return {
      ...values,
      paths: positionals.length === 0 ? ['forms'] : positionals,
      grep: values.grep.toLowerCase(),
      reporter: readReporter(values.reporter),
      shard: readShard(values.shard),
      minBranches: readPercent(values['min-branches']),
    };
  } catch (error) {
    throw new CommandError(`${(error as Error).message} See: caseload replay --help`, 2);
  }
}

function readReporter(name: string): ReporterName {
  const found = REPORTERS.find((each) => each === name);
  if (found !== undefined) return found;
  throw new Error(`There is no reporter "${name}". There is: ${REPORTERS.join(', ')}.`);
}

function readShard(text: string): Shard {
  const [part = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (part >= 1 && part <= of) return { part, of };
  throw new Error(`"${text}" is no part: write --shard 2/5 for the second of five.`);
}

/** `undefined` stays so. Throws an Error for what is no share of a hundred. */
export function readPercent(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const percent = Number(text);
  if (percent >= 0 && percent <= 100) return percent;
  throw new Error(`"${text}" is no share: write --min-branches 80 for four of five.`);
}
