import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { CommandError } from '../command-error.ts';

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig['options']>;

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

/**
 * Reads the words behind a command that takes so many files. Returns `undefined` after its help was asked for and printed. Throws
 * CommandError, with the way to the help.
 */
export function readCommandOptions<const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { command, help, files, options }: CommandDescription<O>,
) {
  try {
    const config = { args: [...args], allowPositionals: true, options: { ...options, ...HELP } };
    const { values, positionals } = parseArgs(config as typeof config & { allowPositionals: true });
    if ((values as { help?: boolean }).help === true) {
      process.stdout.write(help);
      return undefined;
    }
    if (positionals.length !== files)
      throw new Error(`Name ${files === 1 ? 'one file' : `${files} files`}.`);
    return { values: values as unknown as ValuesOf<O>, files: positionals };
  } catch (error) {
    throw new CommandError(`${(error as Error).message} See: caseload ${command} --help`, 2);
  }
}

interface CommandDescription<O extends ParseArgsOptionsConfig> {
  /** As it is typed after `caseload`. */
  readonly command: string;
  readonly help: string;
  readonly files: number;
  readonly options: O;
}

type ValuesOf<O extends ParseArgsOptionsConfig> = {
  readonly [K in keyof O]: O[K]['type'] extends 'boolean'
    ? boolean | undefined
    : string | undefined;
};
