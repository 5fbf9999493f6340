import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './source-file.ts';

/** How `startServer` starts; everything has a default. */
export interface ServerOptions {
  /** Folder of the embedded database; a temporary one that goes when the server stops, when absent. */
  readonly dataDir?: string;
  /** A PostgreSQL to use in place of the embedded database. */
  readonly databaseUrl?: string;
  /** Further options of `caseload serve`. */
  readonly args?: readonly string[];
  /** The program to run; the built command line when absent. */
  readonly program?: string;
  /** How long the server may take to print its address, ms. The first start creates a database. */
  readonly startTimeout?: number;
}

/** A server that answers. */
export interface RunningServer {
  /** Its address without a final slash: `http://localhost:40123`. */
  readonly url: string;
  /** What it has written so far, standard output and error together. */
  readonly output: () => string;
  /** Ends it as SIGTERM does and waits for it; a temporary data folder is removed. May be called twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts `caseload serve` on a free port and waits until it prints its address. Throws with the server's output when
 * it ends or stays silent instead.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const temporary = options.dataDir === undefined ? await temporaryFolder() : undefined;
  const server = spawnServer(options, options.dataDir ?? (temporary as string));
  const stop = async () => {
    await endProcess(server.process);
    if (temporary) await rm(temporary, { recursive: true, force: true });
  };
  try {
    const url = await addressOf(server, options.startTimeout ?? 90_000);
    return { url, output: () => server.output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface ServerProcess {
  readonly process: ChildProcess;
  output: string;
}

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'caseload-'));
}

function spawnServer(options: ServerOptions, dataDir: string): ServerProcess {
  const program = options.program ?? join(projectFolder, 'dist/cli/caseload.js');
  const args = ['serve', '--port', '0', '--data', dataDir, ...(options.args ?? [])];
  // An address in our own surroundings is not meant for this server.
  const { DATABASE_URL: _, ...env } = process.env;
  if (options.databaseUrl) env['DATABASE_URL'] = options.databaseUrl;
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return collectOutput(child);
}

function collectOutput(child: ChildProcess): ServerProcess {
  const server = { process: child, output: '' };
  const collect = (chunk: Buffer) => (server.output += chunk.toString());
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return server;
}

function addressOf(server: ServerProcess, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The server ${what}:\n${server.output}`));
    const timer = setTimeout(() => fail(`printed no address in ${timeout} ms`), timeout);
    const look = () => {
      // A whole line, because the port may come in two pieces.
      const url = /(https?:\/\/[^\s/]+:\d+)\/?[^\n]*\n/.exec(server.output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    server.process.stdout?.on('data', look);
    server.process.once('close', (code) => {
      clearTimeout(timer);
      fail(`ended with exit code ${code} before it printed its address`);
    });
  });
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(patience);
}
