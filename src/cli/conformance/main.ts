import { CommandError } from '../command-error.ts';
import { conformance } from './conformance.ts';

/** `npm run conformance`: the command alone, without the rest of the program. */
conformance(process.argv.slice(2)).catch((error: unknown) => {
  const foreseen = error instanceof CommandError;
  process.stderr.write(`${foreseen ? error.message : (error as Error).stack}\n`);
  process.exitCode = foreseen ? error.exitCode : 1;
});
