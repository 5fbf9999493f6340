import { CommandError } from './command-error.ts';
import { conformance } from './conformance/conformance.ts';
import { replayCommand } from './replay/replay.ts';
import { serve } from './serve.ts';
import { validate } from './validate.ts';

const HELP = `Caseload: case apps and XForms in the browser, with a project server.

Usage: caseload <command> [options]

Commands:
  serve         start the project server
  validate      look an app over: faults, and owners that will surprise somebody
  replay        play recordings: forms and people that test themselves
  conformance   hold the engine against golden answers

caseload <command> --help explains a command.
`;

/** A command gets the words after its name; it resolves when it is done. */
type Command = (args: readonly string[]) => Promise<void>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['serve', serve],
  ['validate', validate],
  ['replay', replayCommand],
  ['conformance', conformance],
]);

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const command = COMMANDS.get(name ?? '');
  if (command === undefined) throw unknownCommand(name);
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
