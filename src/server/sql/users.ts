import type { ProjectPerson } from '../../project/project-person.ts';
import type { Queries } from './database.ts';
import { saveOwn } from './save-own.ts';

export interface UserRow extends ProjectPerson {
  readonly projectId: number;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

const DETAILS = `u.user_id as "userId", u.username, u.first_name as "firstName", u.last_name as "lastName", u.role, u.kind,
  u.language, u.user_data as "userData", u.active`;
const COLUMNS = `${DETAILS}, u.project_id as "projectId", u.password_hash as "passwordHash", u.created_at as "createdAt"`;

/** An active user by name; names are kept in lower case. */
export async function findUserByName(
  queries: Queries,
  projectId: number,
  username: string,
): Promise<UserRow | undefined> {
  const rows = await queries.query<UserRow>(
    `select ${COLUMNS} from users u where u.project_id = $1 and u.username = $2 and u.active`,
    [projectId, username.toLowerCase()],
  );
  return rows[0];
}

/** The active user of a session that has not expired: whose it is, and as whom that user works. */
export async function findUserBySession(
  queries: Queries,
  tokenHash: string,
  now: Date,
): Promise<SessionUser | undefined> {
  const rows = await queries.query<SessionUser>(
    `select ${COLUMNS}, s.expires_at as "expiresAt", s.acting_as as "actingAs"
     from sessions s join users u using (user_id)
     where s.token_hash = $1 and s.expires_at > $2 and u.active`,
    [tokenHash, now],
  );
  return rows[0];
}

type SessionUser = UserRow & { readonly expiresAt: Date; readonly actingAs: string | null };

/** An active user of the project, by id. */
export async function findActiveUser(
  queries: Queries,
  projectId: number,
  userId: string,
): Promise<UserRow | undefined> {
  const rows = await queries.query<UserRow>(
    `select ${COLUMNS} from users u where u.project_id = $1 and u.user_id = $2 and u.active`,
    [projectId, userId],
  );
  return rows[0];
}

/** Everybody of the project, also who is not active, in order of username. */
export function selectUsers(queries: Queries, projectId: number): Promise<ProjectPerson[]> {
  return queries.query(
    `select ${DETAILS} from users u where u.project_id = $1 order by u.username`,
    [projectId],
  );
}

const RECORD = `"userId" text, "passwordHash" text, "createdAt" timestamptz, username text, "firstName" text, "lastName" text,
  role text, kind text, language text, "userData" jsonb, active boolean`;

/** Makes users of a project. Throws IdInUseError. */
export function insertUsers(
  queries: Queries,
  projectId: number,
  users: readonly Omit<UserRow, 'projectId'>[],
): Promise<void> {
  return saveOwn(
    queries,
    `insert into users (project_id, user_id, password_hash, created_at, username, first_name, last_name, role, kind, language,
       user_data, active)
     select $1::bigint, r."userId", r."passwordHash", r."createdAt", lower(r.username), r."firstName", r."lastName", r.role, r.kind,
       r.language, r."userData", r.active
     from jsonb_to_recordset($2::jsonb) as r (${RECORD})
     on conflict (user_id) do nothing returning user_id as id`,
    projectId,
    users,
    ({ userId }) => userId,
  );
}

export async function updateUsers(
  queries: Queries,
  projectId: number,
  users: readonly ProjectPerson[],
): Promise<void> {
  if (users.length === 0) return;
  await queries.query(
    `update users u set username = lower(r.username), first_name = r."firstName", last_name = r."lastName", role = r.role,
       kind = r.kind, language = r.language, user_data = r."userData", active = r.active
     from jsonb_to_recordset($2::jsonb) as r (${RECORD}) where u.user_id = r."userId" and u.project_id = $1`,
    [projectId, JSON.stringify(users)],
  );
}

/** `hashes` by id of the user. */
export async function savePasswords(
  queries: Queries,
  projectId: number,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  if (hashes.size === 0) return;
  await queries.query(
    `update users u set password_hash = r.hash from unnest($2::text[], $3::text[]) as r (user_id, hash)
     where u.user_id = r.user_id and u.project_id = $1`,
    [projectId, [...hashes.keys()], [...hashes.values()]],
  );
}
