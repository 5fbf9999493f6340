import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { TestFile } from './find-tests.ts';
import { lineTests } from './line-tests.ts';
import type { LineResult, LineTest } from './line-runner.ts';

/** Names the line at which a process begins that runs lines for another one. */
const FROM = 'CASELOAD_CONFORMANCE_FROM';

/** True in a process that only runs lines. */
export function isLineProcess(): boolean {
  return process.env[FROM] !== undefined;
}

/** The message of a line process: a line has begun, or ended with a result. */
type LineMessage = { readonly began: number } | { readonly result: LineResult };

/**
 * Runs the lines of a file in a process of their own. A line that does not end within `seconds` has failed; the process is
 * ended and the next line begins in a new one.
 */
export async function guardedRun(file: TestFile, seconds: number): Promise<LineResult[]> {
  const results: LineResult[] = [];
  const tests = lineTests(file);
  while (results.length < tests.length) {
    const ended = await runFrom(results, file, seconds);
    const test = tests[results.length];
    if (test !== undefined) results.push(lost(test, file, ended));
  }
  return results;
}

function lost({ id, category }: LineTest, { name }: TestFile, reason: string): LineResult {
  return { id, file: name, category, passed: false, reason };
}

/** Adds the results of a process to `results`; returns why it ended. */
async function runFrom(results: LineResult[], file: TestFile, seconds: number): Promise<string> {
  const env = { ...process.env, [FROM]: String(results.length) };
  const child = fork(process.argv[1] as string, process.argv.slice(2), { env });
  let reason = 'the process ended in the middle of it';
  const end = () => {
    reason = `did not end within ${seconds} seconds`;
    child.kill('SIGKILL');
  };
  let clock = setTimeout(end, seconds * 1000);
  child.on('message', (message: LineMessage) => {
    clearTimeout(clock);
    clock = setTimeout(end, seconds * 1000);
    if ('result' in message) results.push(message.result);
  });
  child.send(file);
  await once(child, 'close');
  clearTimeout(clock);
  return reason;
}

/** The other side: runs the lines of the file that it is sent, from the one that the environment names. */
export async function runLinesForParent(
  run: (test: LineTest, file: string) => LineResult,
): Promise<void> {
  const [file] = (await once(process, 'message')) as [TestFile];
  const tests = lineTests(file).slice(Number(process.env[FROM]));
  for (const [index, test] of tests.entries()) {
    await tell({ began: index });
    await tell({ result: run(test, file.name) });
  }
  process.disconnect();
}

/** Resolves when the message has left this process: a line that never ends must not hold back those before it. */
function tell(message: LineMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}
