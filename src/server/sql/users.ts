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

export function insertUser(queries: Queries, user: UserRow): Promise<void> {
  return saveOwn(
    queries,
    `insert into users (user_id, project_id, password_hash, created_at, username, first_name, last_name, role, kind, language,
       user_data, active) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12)
     on conflict (user_id) do nothing returning 1`,
    [user.userId, user.projectId, user.passwordHash, user.createdAt, ...detailsOf(user)],
  );
}

export async function updateUser(
  queries: Queries,
  projectId: number,
  user: ProjectPerson,
): Promise<void> {
  await queries.query(
    `update users set username = $3, first_name = $4, last_name = $5, role = $6, kind = $7, language = $8,
       user_data = $9::jsonb, active = $10 where user_id = $1 and project_id = $2`,
    [user.userId, projectId, ...detailsOf(user)],
  );
}

export async function savePassword(
  queries: Queries,
  projectId: number,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await queries.query(
    'update users set password_hash = $3 where user_id = $1 and project_id = $2',
    [userId, projectId, passwordHash],
  );
}

function detailsOf(user: ProjectPerson): unknown[] {
  return [
    user.username.toLowerCase(),
    user.firstName,
    user.lastName,
    user.role,
    user.kind,
    user.language,
    JSON.stringify(user.userData),
    user.active,
  ];
}
