import type { UserField } from '../../project/user-field.ts';
import type { Queries } from './database.ts';

/** What the project wants to know of its users. */
export async function selectUserFields(queries: Queries, projectId: number): Promise<UserField[]> {
  const rows = await queries.query<{ fields: UserField[] }>(
    'select user_fields as fields from projects where project_id = $1',
    [projectId],
  );
  return rows[0]?.fields ?? [];
}

export async function saveUserFields(
  queries: Queries,
  projectId: number,
  fields: readonly UserField[],
): Promise<void> {
  await queries.query('update projects set user_fields = $2::jsonb where project_id = $1', [
    projectId,
    JSON.stringify(fields),
  ]);
}
