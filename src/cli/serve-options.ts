import { parseArgs } from 'node:util';
import { RESTORE_LIMITS } from '../server/restore/restore-limits.ts';
import type { RestoreLimits } from '../server/restore/restore-limits.ts';
import type { UpstreamApp, UpstreamOptions } from '../server/upstream/upstream-options.ts';
import { CommandError } from './command-error.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database. */
  readonly data: string;
  /** A PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** JSON file of the project that a new database starts with. */
  readonly project: string | undefined;
  /** Name of the empty project that a new database starts with. */
  readonly newProject: string | undefined;
  readonly demo: boolean;
  readonly forms: string | undefined;
  readonly web: string | undefined;
  readonly trustProxy: boolean;
  /** Origins that the web app may fetch apps from, besides its own. */
  readonly appSources: readonly string[];
  /** The project of another server to stand in front of. */
  readonly upstream: UpstreamOptions | undefined;
  /** When a restore is prepared before it is sent. */
  readonly restoreLimits: RestoreLimits;
  /** How the log is written; as it suits where it goes when absent. */
  readonly log: 'json' | 'text' | undefined;
  readonly help: boolean;
}

export const SERVE_HELP = `Starts the project server.

Usage: caseload serve [options]

  --port NUMBER     port to listen on (default 8080; 0 takes any free one)
  --host NAME       address to listen on (default localhost; 0.0.0.0 for the whole network)
  --data FOLDER     folder of the embedded database (default ./data)
  --project FILE    a JSON file with the project that a new database starts with
  --new NAME        start a new database with an empty project of this name and one administrator,
                    whose password is made up and shown once
  --no-demo         start a new database without the demo project
  --forms FOLDER    apps to offer (default: those that come with Caseload)
  --web FOLDER      the built web app (default: the one that comes with Caseload)
  --app-source URL  let the web app also open apps from this server (may be given again)
  --trust-proxy     believe X-Forwarded-For, -Proto and -Host (only behind a proxy that sets them)
  --upstream URL    stand in front of a project at CommCare HQ or another server of its kind (with --domain)
  --domain NAME     that project, as it stands in addresses
  --upstream-app ID=NAME  an app of that project, and what people call it (may be given again)
  --large-restore CASES  prepare a restore of more cases than this first, and let clients ask again
                    (HTTP 202) until it is ready (default: 20000)
  --restore-wait SECONDS  how long one of these requests takes about (default: 5)
  --log json|text   how the log is written (default: text on a terminal, else JSON)
  --help            show this

Environment:
  DATABASE_URL      use this PostgreSQL (postgres://user:password@host/database) instead of the embedded one
  CASELOAD_METRICS_TOKEN  let whoever sends this as a bearer token read /metrics (default: only this machine)
`;

/** Reads the words after `caseload serve`. Throws CommandError with exit code 2. */
export function readServeOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServeOptions {
  const values = parseWords(args);
  return {
    port: readPort(values.port ?? '8080'),
    host: values.host ?? 'localhost',
    data: values.data ?? 'data',
    databaseUrl: environment['DATABASE_URL'] || undefined,
    project: values.project,
    newProject: values.new,
    demo: !values['no-demo'],
    forms: values.forms,
    web: values.web,
    trustProxy: values['trust-proxy'] ?? false,
    appSources: (values['app-source'] ?? []).map((text) => readOrigin('--app-source', text)),
    upstream: readUpstream(values),
    restoreLimits: readRestoreLimits(values),
    log: readLog(values.log),
    help: values.help ?? false,
  };
}

function parseWords(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        project: { type: 'string' },
        new: { type: 'string' },
        'no-demo': { type: 'boolean' },
        forms: { type: 'string' },
        web: { type: 'string' },
        'trust-proxy': { type: 'boolean' },
        'app-source': { type: 'string', multiple: true },
        upstream: { type: 'string' },
        domain: { type: 'string' },
        'upstream-app': { type: 'string', multiple: true },
        'large-restore': { type: 'string' },
        'restore-wait': { type: 'string' },
        log: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new CommandError(`${firstSentence(error)} See: caseload serve --help`, 2);
  }
}

/** Node's own remedy (quoting with `--`) does not fit: the command takes no words but options. */
function firstSentence(error: unknown): string {
  const [sentence] = (error as Error).message.split(/(?<=['"a-z])\. /);
  return `${sentence!.replace(/\.$/, '')}.`;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new CommandError(`--port takes a number from 0 to 65535, not "${text}".`, 2);
}

function readLog(text: string | undefined): ServeOptions['log'] {
  if (text === undefined || text === 'json' || text === 'text') return text;
  throw new CommandError(`--log takes json or text, not "${text}".`, 2);
}

function readRestoreLimits(values: ReturnType<typeof parseWords>): RestoreLimits {
  const { most, patience, atOnce } = RESTORE_LIMITS;
  const cases = readCount('--large-restore', values['large-restore']);
  const seconds = readCount('--restore-wait', values['restore-wait']);
  return {
    most: cases ?? most,
    patience: seconds === undefined ? patience : seconds * 1000,
    atOnce,
  };
}

function readCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommandError(`${option} takes a whole number, not "${text}".`, 2);
}

function readUpstream({
  upstream,
  domain,
  'upstream-app': apps = [],
}: ReturnType<typeof parseWords>): UpstreamOptions | undefined {
  if (upstream === undefined && domain === undefined && apps.length === 0) return undefined;
  if (upstream === undefined || domain === undefined || !/^[\w.-]+$/.test(domain)) {
    throw new CommandError('--upstream and --domain belong together: a server and a project.', 2);
  }
  return { url: readOrigin('--upstream', upstream), domain, apps: apps.map(readApp) };
}

function readApp(text: string): UpstreamApp {
  const [id = '', ...name] = text.split('=');
  if (/^[\w-]+$/.test(id)) return { id, name: name.join('=') || id };
  throw new CommandError(`--upstream-app takes ID=NAME, not "${text}".`, 2);
}

function readOrigin(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url.origin;
  throw new CommandError(`${option} takes an address like https://example.org, not "${text}".`, 2);
}
