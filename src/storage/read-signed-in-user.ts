import type { GroupMember, SharingGroup, SignedInUser } from '../sync/transport.ts';

/** The answer of `/api/session` as a typed value, or `undefined` when it names no user. Unknown fields are ignored. */
export function readSignedInUser(json: unknown): SignedInUser | undefined {
  const fields = fieldsOf(json);
  const username = text(fields.username);
  const userId = text(fields.userId);
  if (username === '' || userId === '') return undefined;
  return {
    username,
    userId,
    displayName: text(fields.displayName) || username,
    project: text(fields.project),
    domain: text(fields.domain) || text(fields.project),
    language: text(fields.language),
    role: text(fields.role),
    actedBy: text(fields.actedBy),
    groups: readOwners(fields.groups),
  };
}

/** Owners as the server describes them, in `/api/session` and `/api/people`. */
export function readOwners(json: unknown): SharingGroup[] {
  return list(json).map(readGroup);
}

/** Whom an administrator may work as: the first that a search has found, and how many there are besides. */
export interface PeopleToActAs {
  readonly people: readonly (GroupMember & { readonly places: readonly string[] })[];
  readonly more: number;
}

/** The answer of `/api/session/acting` to a search. */
export function readPeopleToActAs(json: unknown): PeopleToActAs {
  const { people, more } = fieldsOf(json);
  return {
    people: list(people).map((each) => ({
      ...readMember(each),
      places: list(fieldsOf(each).places).map(text),
    })),
    more: typeof more === 'number' ? more : 0,
  };
}

function readGroup(json: unknown): SharingGroup {
  const { id, name, kind, members } = fieldsOf(json);
  return {
    id: text(id),
    name: text(name),
    kind: text(kind),
    members: list(members).map(readMember),
  };
}

function readMember(json: unknown): GroupMember {
  const { userId, username, displayName } = fieldsOf(json);
  return { userId: text(userId), username: text(username), displayName: text(displayName) };
}

function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}

function list(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}

function text(json: unknown): string {
  return typeof json === 'string' ? json : '';
}
