import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** A run of the real program in a process of its own. */
export class CliRun {
  private output = '';
  private errors = '';
  private readonly ended: Promise<number | null>;

  constructor(private readonly child: ChildProcess) {
    child.stdout!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = once(child, 'close').then(([code]) => code as number | null);
  }

  /** Waits until the output matches, and returns the first group of the match. Throws when the program ends before. */
  async printed(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match !== null) return match[1] ?? match[0];
      const ended = Symbol();
      const news = once(this.child.stdout!, 'data').catch(() => undefined);
      const first = await Promise.race([news, this.ended.then(() => ended)]);
      if (first === ended && !pattern.test(this.output)) {
        throw new Error(
          `The program ended without printing ${pattern}: ${this.output}${this.errors}`,
        );
      }
    }
  }

  /** Waits for the end of the program. */
  async result(): Promise<{ code: number | null; output: string; errors: string }> {
    const code = await this.ended;
    return { code, output: this.output, errors: this.errors };
  }

  /** Writes to its standard input, and ends it. */
  type(text: string): void {
    this.child.stdin!.end(text);
  }

  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void {
    this.child.kill(name);
  }
}

/** Bundles the program once; the returned function runs it. */
export async function buildCli(): Promise<(args: string[], env?: NodeJS.ProcessEnv) => CliRun> {
  // Inside the project, so that the packages are found.
  const outfile = resolve('.cache/cli-test/caseload.mjs');
  await build({
    entryPoints: ['src/cli/caseload.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'silent',
  });
  return (args, env = {}) => {
    const environment = { ...process.env, DATABASE_URL: '', ...env };
    return new CliRun(spawn(process.execPath, [outfile, ...args], { env: environment }));
  };
}
