import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { applyRestoredCases } from '../../src/case/apply-restored-cases.ts';
import type { Case } from '../../src/case/case.ts';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import type { Restore } from '../../src/openrosa/restore.ts';
import type { AppEnvironment } from '../../src/server/app-environment.ts';
import { hashPassword } from '../../src/server/auth/password.ts';
import { createApp } from '../../src/server/create-app.ts';
import { createProject } from '../../src/server/directory/create-project.ts';
import { demoProject } from '../../src/server/directory/demo-project.ts';
import type { ProjectChange } from '../../src/project/project-change.ts';
import type { ProjectDefinition } from '../../src/server/directory/project-definition.ts';
import type { Services } from '../../src/server/services.ts';
import type { LogEntry } from '../../src/server/log/log-entry.ts';
import { startServer } from '../../src/server/start-server.ts';
import type { RunningServer } from '../../src/server/start-server.ts';
import type { Database } from '../../src/server/sql/database.ts';
import { openTestDatabase } from './test-database.ts';

/** The real server without a socket, on a database of its own, with a clock that tests move. */
export class TestServer {
  readonly entries: LogEntry[] = [];
  readonly app: Hono<AppEnvironment>;
  now = Date.parse('2026-03-01T08:00:00Z');
  readonly #services: Services;

  private constructor(
    readonly database: Database,
    services: Partial<Services>,
  ) {
    this.#services = {
      database,
      now: () => this.now,
      appsFolder: undefined,
      webFolder: undefined,
      trustProxy: false,
      log: (entry) => this.entries.push(entry),
      ...services,
    };
    this.app = createApp(this.#services);
  }

  static async open(
    open: () => Promise<Database>,
    services: Partial<Services> = {},
  ): Promise<TestServer> {
    return new TestServer(await openTestDatabase(open), services);
  }

  /** What went wrong inside, as it was written down. */
  get log(): readonly string[] {
    return this.entries.filter(({ request }) => request === undefined).map((each) => each.message);
  }

  /** A project of its own for a test, like the demo project unless told otherwise. Returns its domain. */
  async project(changes: Partial<ProjectDefinition> = {}): Promise<string> {
    const domain = `p${randomUUID().slice(0, 13)}`;
    const definition = { ...demoProject, ...changes, domain };
    await createProject(this.database, definition, new Date(this.now), hashOnce);
    return domain;
  }

  request(path: string, init?: RequestInit): Promise<Response> {
    return Promise.resolve(this.app.request(path, init));
  }

  async signIn(username: string, password = 'caseload'): Promise<Client> {
    const response = await this.request('/api/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (response.status !== 200)
      throw new Error(`${username} could not sign in: ${response.status}`);
    const cookie = response.headers.get('Set-Cookie')!.split(';')[0]!;
    return new Client(this, cookie, (await response.json()) as Session);
  }

  /** The same server at an address of its own, for clients that use HTTP. */
  listen(): Promise<RunningServer> {
    return startServer(this.#services, { host: '127.0.0.1', port: 0 });
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

/** Hashing is slow on purpose; the users of a test file may all have the same salt. */
function hashOnce(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, known);
  return known;
}

const hashes = new Map<string, Promise<string>>();

export interface Session {
  readonly username: string;
  readonly userId: string;
  readonly groups: readonly { id: string; name: string; members: { username: string }[] }[];
}

/** A signed-in user's browser. */
export class Client {
  constructor(
    private readonly server: TestServer,
    readonly cookie: string,
    readonly session: Session,
  ) {}

  get userId(): string {
    return this.session.userId;
  }

  /** The id of the user's first case sharing group. */
  get group(): string {
    return this.session.groups[0]!.id;
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    return this.server.request(path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Cookie: this.cookie },
    });
  }

  /** Posts JSON. */
  post(path: string, body: unknown): Promise<Response> {
    return this.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Changes the project as an administrator; the change must be accepted. */
  async change(...changes: ProjectChange[]): Promise<void> {
    const response = await this.post('/api/admin/changes', { changes });
    if (response.status !== 204) throw new Error(await response.text());
  }

  submit(xml: string, files: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = new FormData();
    body.append('xml_submission_file', new Blob([xml], { type: 'text/xml' }), 'form.xml');
    for (const [name, text] of Object.entries(files)) {
      body.append(name, new Blob([text], { type: 'image/jpeg' }), name);
    }
    return this.request('/api/receiver', { method: 'POST', body });
  }

  /** Submits a form that must be accepted. */
  async send(...blocks: string[]): Promise<void> {
    const response = await this.submit(form(blocks));
    if (response.status !== 201) throw new Error(await response.text());
  }

  /** Asks again, without a pause, as long as the server prepares it. */
  async restore(since?: string): Promise<Restore> {
    const query = since === undefined ? '' : `&since=${since}`;
    const response = await this.request(`/api/restore?version=2.0${query}`);
    if (response.status === 202) return this.restore(since);
    if (response.status !== 200) throw new Error(`restore: ${response.status} ${this.server.log}`);
    return parseRestore(await response.text());
  }
}

/** What a client holds that takes in every restore that it gets, as a device does. */
export class Device {
  readonly cases = new Map<string, Case>();
  private token: string | undefined;

  constructor(private readonly client: Client) {}

  async sync(): Promise<Restore> {
    const restore = await this.client.restore(this.token);
    if (this.token === undefined) this.cases.clear();
    const find = (id: string): Case | undefined => this.cases.get(id);
    const now = '2026-03-01T08:00:00.000Z';
    const { changes, problems } = applyRestoredCases(find, restore.cases, {
      userId: this.client.userId,
      now,
    });
    if (problems.length > 0) throw new Error(problems.join('; '));
    for (const { after } of changes) this.cases.set(after.caseId, after);
    for (const id of restore.removals) this.cases.delete(id);
    this.token = restore.syncToken;
    return restore;
  }

  /** Without the one about the user, which every device holds. */
  get ids(): string[] {
    const others = [...this.cases.values()].filter(({ caseType }) => caseType !== 'commcare-user');
    return others.map(({ caseId }) => caseId).sort();
  }

  /** The cases about users. */
  get userCases(): Case[] {
    return [...this.cases.values()].filter(({ caseType }) => caseType === 'commcare-user');
  }
}

/** A form with these case blocks. */
export function form(
  blocks: readonly string[],
  instanceId: string = `uuid:${randomUUID()}`,
): string {
  return `<?xml version="1.0"?>
<data xmlns="urn:test:visit" xmlns:jrm="http://openrosa.org/jr/xforms" name="Visit">
  ${blocks.join('\n  ')}
  <meta xmlns="http://openrosa.org/jr/xforms"><instanceID>${instanceId}</instanceID></meta>
</data>`;
}

export interface Block {
  readonly type?: string;
  readonly name?: string;
  readonly owner?: string;
  readonly update?: Readonly<Record<string, string>>;
  readonly child?: string;
  readonly extension?: string;
  readonly close?: boolean;
  /** When its user changed the case. */
  readonly at?: string;
}

/** The block that opens a case. */
export function open(id: string, block: Block = {}): string {
  const { type = 'client', name = id, owner } = block;
  const create = `<create><case_type>${type}</case_type><case_name>${name}</case_name>${
    owner === undefined ? '' : `<owner_id>${owner}</owner_id>`
  }</create>`;
  return change(id, block, create);
}

/** The block that changes a case. */
export function change(
  id: string,
  block: Omit<Block, 'name' | 'type'> & { owner?: string },
  create = '',
): string {
  const update = {
    ...block.update,
    ...(create === '' && block.owner !== undefined ? { owner_id: block.owner } : {}),
  };
  const properties = Object.entries(update).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${id}" date_modified="${block.at ?? '2026-03-01T08:00:00.000Z'}">${
    create
  }${properties.length > 0 ? `<update>${properties.join('')}</update>` : ''}${
    block.close ? '<close/>' : ''
  }${indexOf(block)}</case>`;
}

function indexOf({ child, extension }: Block): string {
  if (child === undefined && extension === undefined) return '';
  const parent = child === undefined ? '' : `<parent case_type="client">${child}</parent>`;
  const host =
    extension === undefined
      ? ''
      : `<host case_type="client" relationship="extension">${extension}</host>`;
  return `<index>${parent}${host}</index>`;
}
