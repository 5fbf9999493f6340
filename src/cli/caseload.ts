import { CommandError } from './command-error.ts';

const HELP = `Caseload: case apps and XForms in the browser, with a project server.

Usage: caseload <command> [options]

Commands:
  serve           start the project server
  migrate         bring the schema of its database up to date
  backup          write all of its database to a file
  restore-backup  take such a file into an empty database
  doctor          see whether all is well
  user            add somebody who can sign in
  import          take people, groups, places and lookup tables from spreadsheets
  validate        look an app over: faults, and owners that will surprise somebody
  replay          play recordings: forms and people that test themselves
  conformance     hold the engine against golden answers

caseload <command> --help explains a command.
`;

/** A command gets the words after its name; it resolves when it is done. */
type Command = (args: readonly string[]) => Promise<void>;

/** Each is loaded when it is asked for: a command starts without the packages of the others. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['serve', async () => (await import('./serve.ts')).serve],
  ['migrate', async () => (await import('./migrate.ts')).migrateCommand],
  ['backup', async () => (await import('./backup.ts')).backup],
  ['restore-backup', async () => (await import('./backup.ts')).restoreBackupCommand],
  ['doctor', async () => (await import('./doctor.ts')).doctor],
  ['user', async () => (await import('./user.ts')).user],
  ['import', async () => (await import('./import.ts')).importCommand],
  ['validate', async () => (await import('./validate.ts')).validate],
  ['replay', async () => (await import('./replay/replay.ts')).replayCommand],
  ['conformance', async () => (await import('./conformance/conformance.ts')).conformance],
]);

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const load = COMMANDS.get(name ?? '');
  if (load === undefined) throw unknownCommand(name);
  const command = await load();
  await command(rest);
}

function unknownCommand(name: string | undefined): CommandError {
  const what = name === undefined ? 'Say which command to run.' : `There is no command "${name}".`;
  const names = [...COMMANDS.keys()].join(', ');
  return new CommandError(`${what} There is: ${names}. See: caseload --help`, 2);
}

/** What is foreseen is told in its sentence; anything else is a defect and needs its stack. */
function fail(error: unknown): void {
  const foreseen = error instanceof CommandError;
  process.stderr.write(`${foreseen ? error.message : (error as Error).stack}\n`);
  process.exitCode = foreseen ? error.exitCode : 1;
}

main(process.argv.slice(2)).catch(fail);
