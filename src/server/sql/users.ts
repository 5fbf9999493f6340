import type { Queries } from './database.ts';

export interface UserRow {
  readonly userId: string;
  readonly projectId: number;
  readonly username: string;
  readonly passwordHash: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: 'worker' | 'admin';
  /** `''` when the user has chosen none. */
  readonly language: string;
  readonly userData: Readonly<Record<string, string>>;
  readonly createdAt: Date;
}

const COLUMNS = `u.user_id as "userId", u.project_id as "projectId", u.username, u.password_hash as "passwordHash",
  u.first_name as "firstName", u.last_name as "lastName", u.role, u.language, u.user_data as "userData",
  u.created_at as "createdAt"`;

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

/** The active user of a session that has not expired. */
export async function findUserBySession(
  queries: Queries,
  tokenHash: string,
  now: Date,
): Promise<(UserRow & { readonly expiresAt: Date }) | undefined> {
  const rows = await queries.query<UserRow & { expiresAt: Date }>(
    `select ${COLUMNS}, s.expires_at as "expiresAt" from sessions s join users u using (user_id)
     where s.token_hash = $1 and s.expires_at > $2 and u.active`,
    [tokenHash, now],
  );
  return rows[0];
}

export async function insertUser(queries: Queries, user: UserRow): Promise<void> {
  await queries.query(
    `insert into users (user_id, project_id, username, password_hash, first_name, last_name, role, language, user_data,
       created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
    [
      user.userId,
      user.projectId,
      user.username.toLowerCase(),
      user.passwordHash,
      user.firstName,
      user.lastName,
      user.role,
      user.language,
      JSON.stringify(user.userData),
      user.createdAt,
    ],
  );
}
