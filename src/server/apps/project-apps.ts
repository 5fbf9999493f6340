import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppSettings, ProjectApp } from '../../project/project-app.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { loadAnyFiles } from '../../suite/load-any-files.ts';
import { loadCcz } from '../../suite/load-ccz.ts';
import { createsShared } from '../../suite/shared-creates.ts';
import type { CatalogApp } from '../app-catalog.ts';
import { nameIn, readCatalog } from '../app-catalog.ts';
import type { Services } from '../services.ts';
import type { AppContent, AppRow } from '../sql/apps.ts';
import { selectApps, selectAppVersions } from '../sql/apps.ts';
import type { Queries } from '../sql/database.ts';
import type { ProjectRow } from '../sql/projects.ts';

/** An app that a project works with, wherever it lies. */
export type OfferedApp =
  | { readonly kind: 'uploaded'; readonly app: AppRow & { readonly content: AppContent } }
  | { readonly kind: 'folder'; readonly app: CatalogApp; readonly settings: AppSettings };

export const NO_SETTINGS: AppSettings = {
  name: '',
  caseSharing: null,
  groupIds: [],
  currentVersion: null,
};

/** The apps of a project: those that it has uploaded, and those of the server's folder that it uses. One that was uploaded hides another of its id. */
export async function offeredApps(
  { database, appsFolder }: Pick<Services, 'appsFolder'> & { readonly database: Queries },
  project: ProjectRow,
): Promise<OfferedApp[]> {
  const rows = await selectApps(database, project.projectId);
  const uploaded = rows.flatMap(({ content, ...row }) =>
    content === null ? [] : [{ kind: 'uploaded' as const, app: { ...row, content } }],
  );
  const hidden = new Set(uploaded.map(({ app }) => app.appId));
  const catalog = await readCatalog(appsFolder);
  const inFolder = catalog
    .filter(({ id }) => !hidden.has(id) && (project.apps === null || project.apps.includes(id)))
    .map((app) => {
      const settings = rows.find(({ appId }) => appId === app.id) ?? NO_SETTINGS;
      return { kind: 'folder' as const, app, settings };
    });
  return [...uploaded, ...inFolder];
}

/** The same as administrators see them. */
export async function describeApps(services: Services, project: ProjectRow): Promise<ProjectApp[]> {
  const offered = await offeredApps(services, project);
  const versions = await selectAppVersions(services.database, project.projectId);
  const described: ProjectApp[] = [];
  for (const each of offered) {
    if (each.kind === 'folder') {
      described.push(await describeFolderApp(services.appsFolder ?? '', each, project.language));
      continue;
    }
    const { content, digest: _, ...row } = each.app;
    const { ownName, isCompiled, shares, creates } = content;
    const own = versions.filter(({ appId }) => appId === row.appId);
    described.push({
      ...row,
      ...{ ownName, isCompiled, shares, creates },
      versions: own.map(({ appId: __, uploadedAt, ...version }) => {
        return { ...version, uploadedAt: uploadedAt.toISOString() };
      }),
    });
  }
  return described;
}

async function describeFolderApp(
  folder: string,
  { app, settings }: Extract<OfferedApp, { kind: 'folder' }>,
  language: string,
): Promise<ProjectApp> {
  const { name, caseSharing, groupIds } = settings;
  return {
    ...{ appId: app.id, name, caseSharing, groupIds, currentVersion: null, versions: [] },
    ...{ ownName: nameIn(app, language), isCompiled: app.kind !== 'definition' },
    ...(await sharingOf(folder, app)),
  };
}

type Sharing = Pick<ProjectApp, 'shares' | 'creates'>;

/** Reading an app takes its time, so what was found is remembered as long as none of its files changes. */
const remembered = new Map<string, Sharing>();

async function sharingOf(folder: string, app: CatalogApp): Promise<Sharing> {
  const paths = app.files.map((file) => join(folder, app.kind === 'ccz' ? '' : app.id, file));
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  const key = JSON.stringify([paths, times]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const files = await Promise.all(paths.map(async (path) => new Uint8Array(await readFile(path))));
  const found = readSharing(app, files);
  remembered.set(key, found);
  return found;
}

/** An app that cannot be opened creates nothing. */
function readSharing(app: CatalogApp, files: readonly Uint8Array[]): Sharing {
  try {
    const own = load(app, files);
    if (own.sharing === undefined) {
      const shares = createsShared(own);
      return { shares, creates: shares };
    }
    return { shares: own.caseSharing ?? false, creates: createsShared(load(app, files, true)) };
  } catch {
    return { shares: false, creates: false };
  }
}

function load(
  { id, kind, files }: CatalogApp,
  contents: readonly Uint8Array[],
  caseSharing?: boolean,
): AppDefinition {
  if (kind === 'ccz') return loadCcz(contents[0] ?? new Uint8Array(), id);
  const byPath = new Map(files.map((path, at) => [path, contents[at] ?? new Uint8Array()]));
  return loadAnyFiles(byPath, id, caseSharing);
}
