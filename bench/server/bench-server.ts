import type { Hono } from 'hono';
import type { Case } from '../../src/case/case.ts';
import type { AppEnvironment } from '../../src/server/app-environment.ts';
import { hashPassword } from '../../src/server/auth/password.ts';
import { createApp } from '../../src/server/create-app.ts';
import { createProject } from '../../src/server/directory/create-project.ts';
import { demoProject } from '../../src/server/directory/demo-project.ts';
import type { ProjectDefinition } from '../../src/server/directory/project-definition.ts';
import { RESTORE_LIMITS } from '../../src/server/restore/restore-limits.ts';
import { openDatabase } from '../../src/server/sql/open-database.ts';
import type { Database, Queries } from '../../src/server/sql/database.ts';
import { writeCases } from '../../src/server/sql/cases.ts';

/** A statement as the server sent it. */
export type Statement = readonly [sql: string, parameters: readonly unknown[]];

/** The server in this process on a PostgreSQL, with a note of what it asks of it. */
export class BenchServer {
  readonly app: Hono<AppEnvironment>;
  /** What was asked since the list was last emptied. */
  readonly statements: Statement[] = [];
  /** False where the notes themselves would be in the way: they keep what was bound. */
  isNoting = true;
  /** When the first rows of cases came, by `performance.now()`. */
  firstRows: number | undefined;
  cookie = '';
  userId = '';

  private constructor(
    private readonly database: Database,
    readonly projectId: number,
  ) {
    this.app = createApp({
      database: this.#noting(database),
      now: Date.now,
      appsFolder: undefined,
      webFolder: undefined,
      trustProxy: false,
      // However large, it is to be sent and not prepared.
      restoreLimits: { ...RESTORE_LIMITS, most: Infinity },
      log: ({ level, message }) => level === 'error' && console.error(message),
    });
  }

  static async open(url: string): Promise<BenchServer> {
    const database = await openDatabase(url, '');
    const projectId = await createProject(database, demoProject, new Date());
    const server = new BenchServer(database, projectId);
    await server.signIn('david');
    return server;
  }

  /** A further project, all of whose users have the same hash of the password `caseload`. */
  async addProject(definition: ProjectDefinition): Promise<void> {
    const hash = await hashPassword('caseload');
    await createProject(this.database, definition, new Date(), () => Promise.resolve(hash));
    await this.database.exec('analyze');
  }

  /** How many forms of the signed-in user's project are stored, and how many ids they have. */
  async countForms(): Promise<{ readonly forms: number; readonly ids: number }> {
    const rows = await this.database.query<{ forms: number; ids: number }>(
      `select count(*) as forms, count(distinct instance_id) as ids from forms
       where project_id = $1 and instance_id not like 'pgbench-%'`,
      [this.projectId],
    );
    return rows[0]!;
  }

  async signIn(username: string): Promise<void> {
    const body = JSON.stringify({ username, password: 'caseload' });
    const headers = { 'Content-Type': 'application/json' };
    const response = await this.app.request('/api/sign-in', { method: 'POST', headers, body });
    this.cookie = response.headers.get('Set-Cookie')!.split(';')[0]!;
    this.userId = ((await response.json()) as { userId: string }).userId;
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), Cookie: this.cookie };
    return Promise.resolve(this.app.request(path, { ...init, headers }));
  }

  /** Cases of the signed-in user, as if forms had made them. */
  async put(cases: readonly Case[]): Promise<void> {
    for (let start = 0; start < cases.length; start += 500) {
      const batch = cases.slice(start, start + 500);
      await this.database.transaction((queries) => writeBatch(queries, this.projectId, batch));
    }
    await this.database.exec('analyze');
  }

  close(): Promise<void> {
    return this.database.close();
  }

  #noting(database: Database): Database {
    const note = (statement: Statement) => this.isNoting && this.statements.push(statement);
    const noted = (queries: Queries): Queries => ({
      query: async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
        note([sql, parameters]);
        const rows = await queries.query<Row>(sql, parameters);
        if (sql.includes('c.properties')) this.firstRows ??= performance.now();
        return rows;
      },
      exec: (sql) => {
        note([sql, []]);
        return queries.exec(sql);
      },
    });
    return {
      ...database,
      ...noted(database),
      transaction: (work) =>
        database.transaction(async (queries) => {
          note(['begin', []]);
          const result = await work(noted(queries));
          note(['commit', []]);
          return result;
        }),
    };
  }
}

/** Without a history: restores do not read it. */
async function writeBatch(
  queries: Queries,
  projectId: number,
  cases: readonly Case[],
): Promise<void> {
  await queries.query(
    `insert into forms (project_id, sequence, instance_id, received_at, xmlns, form_name, xml, xml_hash)
     values ($1, 0, 'seed', now(), '', '', '', '') on conflict do nothing`,
    [projectId],
  );
  await writeCases(queries, projectId, 0, cases, new Map());
}
