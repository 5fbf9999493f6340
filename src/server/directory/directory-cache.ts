import type { Database } from '../sql/database.ts';
import type { ProjectRow } from '../sql/projects.ts';
import { readState } from './change-project.ts';
import { ProjectDirectory } from './project-directory.ts';

/**
 * The directories of the projects as they were last read. Each change of users, groups or locations counts up
 * `directoryVersion`; a directory of an older version is read again.
 */
export class DirectoryCache {
  private readonly entries = new Map<number, { version: number; directory: ProjectDirectory }>();

  constructor(private readonly database: Database) {}

  async of(project: ProjectRow): Promise<ProjectDirectory> {
    const entry = this.entries.get(project.projectId);
    if (entry?.version === project.directoryVersion) return entry.directory;
    const directory = await readDirectory(this.database, project.projectId);
    this.entries.set(project.projectId, { version: project.directoryVersion, directory });
    return directory;
  }
}

function readDirectory(database: Database, projectId: number): Promise<ProjectDirectory> {
  return database.transaction(async (queries) => {
    await queries.exec('set transaction isolation level repeatable read, read only');
    return new ProjectDirectory(await readState(queries, projectId));
  });
}
