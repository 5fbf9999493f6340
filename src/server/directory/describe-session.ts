import type { Principal } from '../auth/credential-check.ts';
import type { DirectoryCache } from './directory-cache.ts';
import { displayName } from '../../project/project-person.ts';
import type { Owner } from './project-directory.ts';

/** What a client is told about its session. */
export interface SessionDescription {
  readonly username: string;
  readonly userId: string;
  readonly displayName: string;
  /** The project's name, for people. */
  readonly project: string;
  /** The project's name in addresses. */
  readonly domain: string;
  /** The user's language, or the project's. */
  readonly language: string;
  readonly role: 'worker' | 'admin';
  /** What the administrator who works as this user is called; `''` when nobody does. */
  readonly actedBy: string;
  /** The groups and locations that may own the user's cases, each with those who share it. */
  readonly groups: readonly Owner[];
}

export async function describeSession(
  directories: DirectoryCache,
  { user, project, actor }: Principal,
): Promise<SessionDescription> {
  const directory = await directories.of(project);
  return {
    username: user.username,
    userId: user.userId,
    displayName: displayName(user),
    project: project.name,
    domain: project.domain,
    language: user.language || project.language,
    role: user.role,
    actedBy: actor === undefined ? '' : displayName(actor),
    groups: directory.candidates(user.userId).flatMap(({ id }) => directory.owner(id) ?? []),
  };
}
