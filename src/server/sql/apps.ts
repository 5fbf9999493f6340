import type { AppSettings, AppVersion } from '../../project/project-app.ts';
import type { Queries } from './database.ts';

/** What a version of an app is, but for its bytes. */
export interface AppContent {
  /** `ccz`: an archive, compiled or with an `app.json`. `form`: one XForm. */
  readonly kind: 'ccz' | 'form';
  readonly file: string;
  readonly ownName: string;
  readonly ownVersion: number;
  readonly isCompiled: boolean;
  readonly shares: boolean;
  readonly creates: boolean;
}

/** An app with its settings and, where it was uploaded, its current version. */
export interface AppRow extends AppSettings {
  readonly appId: string;
  readonly content: AppContent | null;
  /** What the bytes of the current version come to. */
  readonly digest: string | null;
}

const CONTENT = `json_build_object('kind', v.kind, 'file', v.file, 'ownName', v.own_name, 'ownVersion', v.own_version,
  'isCompiled', v.is_compiled, 'shares', v.shares, 'creates', v.creates)`;

/** The apps that a project has uploaded or settled something about, in order of id. */
export function selectApps(queries: Queries, projectId: number): Promise<AppRow[]> {
  return queries.query(
    `select a.app_id as "appId", a.name, a.case_sharing as "caseSharing", a.groups as "groupIds",
       a.current_version as "currentVersion", v.digest, case when v.version is not null then ${CONTENT} end as content
     from project_apps a left join app_versions v on (v.project_id, v.app_id, v.version) = (a.project_id, a.app_id, a.current_version)
     where a.project_id = $1 order by a.app_id`,
    [projectId],
  );
}

/** Every version of every app of a project, newest first. */
export function selectAppVersions(
  queries: Queries,
  projectId: number,
): Promise<(Omit<AppVersion, 'uploadedAt'> & { appId: string; uploadedAt: Date })[]> {
  return queries.query(
    `select v.app_id as "appId", v.version, v.file, v.own_version as "ownVersion", v.uploaded_at as "uploadedAt", u.username
     from app_versions v join users u using (user_id) where v.project_id = $1 order by v.app_id, v.version desc`,
    [projectId],
  );
}

/** The bytes of one version; with a `digest` only while they come to it. */
export async function findAppBytes(
  queries: Queries,
  projectId: number,
  appId: string,
  version: number,
  digest?: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const rows = await queries.query<{ bytes: Uint8Array<ArrayBuffer> }>(
    `select bytes from app_versions
     where project_id = $1 and app_id = $2 and version = $3 and ($4::text is null or digest = $4)`,
    [projectId, appId, version, digest ?? null],
  );
  return rows[0]?.bytes;
}

/** Keeps the settings of an app. */
export async function saveAppSettings(
  queries: Queries,
  projectId: number,
  appId: string,
  { name, caseSharing, groupIds, currentVersion }: AppSettings,
): Promise<void> {
  await queries.query(
    `insert into project_apps (project_id, app_id, name, case_sharing, groups, current_version) values ($1, $2, $3, $4, $5::text[], $6)
     on conflict (project_id, app_id) do update set name = excluded.name, case_sharing = excluded.case_sharing,
       groups = excluded.groups, current_version = excluded.current_version`,
    [projectId, appId, name, caseSharing, groupIds, currentVersion],
  );
}

/** Keeps the next version of an app, which has settings already, and returns its number. */
export async function insertAppVersion(
  queries: Queries,
  { projectId, appId }: { readonly projectId: number; readonly appId: string },
  content: AppContent,
  upload: { readonly bytes: Uint8Array; readonly at: Date; readonly userId: string },
): Promise<number> {
  const rows = await queries.query<{ version: number }>(
    `insert into app_versions (project_id, app_id, version, kind, file, own_name, own_version, is_compiled, shares, creates,
       bytes, uploaded_at, user_id)
     select $1::bigint, $2::text, coalesce(max(version), 0) + 1, $3::text, $4::text, $5::text, $6::integer, $7::boolean, $8::boolean,
       $9::boolean, $10::bytea, $11::timestamptz, $12::text
     from app_versions where project_id = $1 and app_id = $2 returning version`,
    [
      projectId,
      appId,
      content.kind,
      content.file,
      content.ownName,
      content.ownVersion,
      content.isCompiled,
      content.shares,
      content.creates,
      upload.bytes,
      upload.at,
      upload.userId,
    ],
  );
  return rows[0]!.version;
}

/** Forgets an app with its settings and all its versions. */
export async function deleteApp(queries: Queries, projectId: number, appId: string): Promise<void> {
  await queries.query('delete from project_apps where project_id = $1 and app_id = $2', [
    projectId,
    appId,
  ]);
}
