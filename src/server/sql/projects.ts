import type { ProjectSettings } from '../../project/project-settings.ts';
import type { Queries } from './database.ts';

/** A project space: its people, cases and apps. */
export interface ProjectRow extends ProjectSettings {
  readonly projectId: number;
  readonly domain: string;
  readonly name: string;
  readonly language: string;
  /** Ids of the apps that its users see; `null` means every app that the server has. */
  readonly apps: readonly string[] | null;
  /** How many forms were accepted so far. */
  readonly sequence: number;
  /** Counts changes of users, groups and locations. */
  readonly directoryVersion: number;
}

const COLUMNS = `project_id as "projectId", domain, name, language, apps, sequence,
  directory_version as "directoryVersion", searchable_case_types as "searchableCaseTypes",
  close_extensions as "closesExtensions", submission_policy as "submissionPolicy"`;

export async function findProject(
  queries: Queries,
  domain: string,
): Promise<ProjectRow | undefined> {
  const rows = await queries.query<ProjectRow>(
    `select ${COLUMNS} from projects where domain = $1`,
    [domain],
  );
  return rows[0];
}

export async function findProjectById(
  queries: Queries,
  projectId: number,
): Promise<ProjectRow | undefined> {
  const rows = await queries.query<ProjectRow>(
    `select ${COLUMNS} from projects where project_id = $1`,
    [projectId],
  );
  return rows[0];
}

/** The project that was made first: where somebody signs in who names none. */
export async function findFirstProject(queries: Queries): Promise<ProjectRow | undefined> {
  const rows = await queries.query<ProjectRow>(
    `select ${COLUMNS} from projects order by project_id limit 1`,
  );
  return rows[0];
}

export async function insertProject(
  queries: Queries,
  project: Omit<ProjectRow, 'projectId' | 'sequence' | 'directoryVersion'>,
): Promise<number> {
  const rows = await queries.query<{ projectId: number }>(
    `insert into projects (domain, name, language, apps, searchable_case_types, close_extensions, submission_policy)
     values ($1, $2, $3, $4::text[], $5::text[], $6, $7) returning project_id as "projectId"`,
    [
      project.domain,
      project.name,
      project.language,
      project.apps,
      project.searchableCaseTypes,
      project.closesExtensions,
      project.submissionPolicy,
    ],
  );
  return rows[0]!.projectId;
}

/** What an administrator can decide about a project as a whole. */
export async function selectSettings(
  queries: Queries,
  projectId: number,
): Promise<ProjectSettings> {
  const rows = await queries.query<ProjectSettings>(
    `select submission_policy as "submissionPolicy", close_extensions as "closesExtensions",
       searchable_case_types as "searchableCaseTypes" from projects where project_id = $1`,
    [projectId],
  );
  return rows[0]!;
}

export async function saveSettings(
  queries: Queries,
  projectId: number,
  { submissionPolicy, closesExtensions, searchableCaseTypes }: ProjectSettings,
): Promise<void> {
  await queries.query(
    `update projects set submission_policy = $2, close_extensions = $3, searchable_case_types = $4::text[] where project_id = $1`,
    [projectId, submissionPolicy, closesExtensions, searchableCaseTypes],
  );
}

/**
 * Numbers the next form of a project. Until the transaction ends no other form of the project gets a number, so the
 * numbers are also the order in which changes become visible.
 */
export async function nextSequence(queries: Queries, projectId: number): Promise<number> {
  const rows = await queries.query<{ sequence: number }>(
    'update projects set sequence = sequence + 1 where project_id = $1 returning sequence',
    [projectId],
  );
  return rows[0]!.sequence;
}

/** Until the transaction ends nobody else changes the project's directory, and no form of it is taken in. */
export async function lockProject(queries: Queries, projectId: number): Promise<void> {
  await queries.query('select 1 from projects where project_id = $1 for update', [projectId]);
}

/** To be called in the transaction of every change of users, groups, locations and who belongs to them. */
export async function touchDirectory(queries: Queries, projectId: number): Promise<void> {
  await queries.query(
    'update projects set directory_version = directory_version + 1 where project_id = $1',
    [projectId],
  );
}
