import type { Directory } from '../case/ownership/directory.ts';
import type { DirectoryChange } from '../case/ownership/directory-change.ts';
import { applyDirectoryChange, DirectoryChangeError } from '../case/ownership/directory-change.ts';
import type { ProjectPerson } from './project-person.ts';

/** A change of the users of a project. A new user can sign in once there is a password. */
export type UserChange =
  | { readonly kind: 'user.save'; readonly user: ProjectPerson }
  | { readonly kind: 'user.password'; readonly userId: string; readonly password: string };

export type ProjectChange = DirectoryChange | UserChange;

/** The people, groups and places of a project, whoever is not active among them. */
export interface ProjectState {
  readonly directory: Directory;
  readonly users: readonly ProjectPerson[];
}

/** The project after a change, as {@link applyDirectoryChange}; that a user belongs to the project is asked here. */
export function applyProjectChange(state: ProjectState, change: ProjectChange): ProjectState {
  switch (change.kind) {
    case 'user.save':
      return { ...state, users: saveUser(state.users, change.user) };
    case 'user.password':
      userOf(state.users, change.userId);
      return state;
    case 'member.add':
    case 'assignments.set':
      userOf(state.users, change.userId);
  }
  return { ...state, directory: applyDirectoryChange(state.directory, change) };
}

export function isUserChange(change: ProjectChange): change is UserChange {
  return change.kind === 'user.save' || change.kind === 'user.password';
}

function saveUser(users: readonly ProjectPerson[], user: ProjectPerson): ProjectPerson[] {
  const same = users.find(({ username }) => username === user.username);
  if (same !== undefined && same.userId !== user.userId) {
    throw new DirectoryChangeError(
      `There is a user ${user.username} already: choose another username.`,
    );
  }
  const others = users.filter(({ userId }) => userId !== user.userId);
  const after = [...others, user];
  if (hasAdmin(users) && !hasAdmin(after)) {
    throw new DirectoryChangeError(
      `${user.username} is the only administrator: make somebody else one first.`,
    );
  }
  return after;
}

function hasAdmin(users: readonly ProjectPerson[]): boolean {
  return users.some(({ role, active }) => active && role === 'admin');
}

function userOf(users: readonly ProjectPerson[], id: string): void {
  if (users.some(({ userId }) => userId === id)) return;
  throw new DirectoryChangeError(`There is no user with the id ${id} in this project.`);
}
