import { parseArgs } from 'node:util';
import { CommandError } from '../command-error.ts';

export interface ConformanceOptions {
  /** Searched for test files, at any depth. */
  readonly folder: string;
  /** Glob for test files; all when it is not given. */
  readonly only: string | undefined;
  /** Where every result is written. */
  readonly json: string | undefined;
  /** Where the passed counts are written. */
  readonly record: string | undefined;
  /** Recorded counts that must not be undercut. */
  readonly against: string | undefined;
  /** A Markdown page whose tables name lines that are answered otherwise, with the reason. */
  readonly explained: string | undefined;
  /** How many failures are shown for each file. */
  readonly failures: number;
  /** A line that takes longer has failed. */
  readonly seconds: number;
}

export const CONFORMANCE_HELP = `Holds the engine against golden answers.

Usage: caseload conformance FOLDER [options]

  --only GLOB      only test files whose path below FOLDER ends like this (xpath.jsonl, forms/b*.jsonl)
  --json FILE      write every result as {id, file, category, passed, reason}
  --failures N     show the first N failures of each file (default 5)
  --seconds N      a line that has not ended after N seconds has failed (default 60)
  --record FILE    write how many lines passed in each file
  --against FILE   end with exit code 1 when fewer lines pass in a file than FILE records
  --explained FILE name the failed lines that the tables of a Markdown page do not explain; no figure changes
  --help           show this

Test files are known by their names: xpath.jsonl, odk-xpath.jsonl, *.jsonl below forms/ or odk-forms/, cases.jsonl,
restores.jsonl, apps.jsonl, navigation.jsonl, and vectors.json below case-sharing/. The files that they name lie in a
folder resources/ above them.
`;

/** Reads the words after `caseload conformance`; `undefined` when help is asked for. Throws {@link CommandError}. */
export function readConformanceOptions(args: readonly string[]): ConformanceOptions | undefined {
  const { values, positionals } = parseWords(args);
  if (values.help === true) return undefined;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new CommandError('Name one folder: caseload conformance FOLDER. See --help.', 2);
  }
  const { only, json, record, against, explained } = values;
  return {
    folder,
    only,
    json,
    record,
    against,
    explained,
    failures: readCount('--failures', values.failures ?? '5'),
    seconds: readCount('--seconds', values.seconds ?? '60'),
  };
}

function parseWords(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: text,
        json: text,
        failures: text,
        seconds: text,
        record: text,
        against: text,
        explained: text,
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CommandError(`${(error as Error).message}. See: caseload conformance --help`, 2);
  }
}

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new CommandError(`${option} takes a whole number, not "${text}".`, 2);
}
