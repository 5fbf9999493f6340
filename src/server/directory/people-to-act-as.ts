import type { Member, ProjectDirectory } from './project-directory.ts';

/** Somebody as whom an administrator may work. */
export interface PersonToActAs extends Member {
  /** The groups and locations that may own what the person registers. */
  readonly places: readonly string[];
}

/** Those whom a search has found. */
export interface PeopleToActAs {
  /** The first of them, in order of username. */
  readonly people: readonly PersonToActAs[];
  /** How many there are besides. */
  readonly more: number;
}

/** So many that one sees them at a glance; who looks for another types more of the name. */
const SHOWN = 20;

/** All active people but the administrator in whose name or places each word of `search` occurs. */
export function peopleToActAs(
  directory: ProjectDirectory,
  administratorId: string,
  search: string,
): PeopleToActAs {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const found = directory.users
    .filter(({ userId }) => userId !== administratorId)
    .map(({ userId }) => describe(directory, userId))
    .filter((person) => words.every((word) => folded(textOf(person)).includes(word)));
  return { people: found.slice(0, SHOWN), more: Math.max(0, found.length - SHOWN) };
}

function describe(directory: ProjectDirectory, userId: string): PersonToActAs {
  const places = directory.candidates(userId).map(({ name }) => name);
  const [member] = directory.owner(userId)?.members ?? [];
  if (member === undefined) throw new RangeError(`The project has no user ${userId}`);
  return { ...member, places };
}

function textOf({ username, displayName, places }: PersonToActAs): string {
  return [username, displayName, ...places].join(' ');
}

/** Without case and accents, so that `jose` finds `José`. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
