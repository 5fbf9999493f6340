import type { NamedOwner } from './owner-candidate.ts';

/** An owner whose name is a path, `District/Clinic/Post`, when its kind is `location`. */
interface PlacedOwner extends NamedOwner {
  readonly kind: string;
}

/**
 * The same owners as people call them where these are shown together: a location by its own name, or, where another has
 * that name too, by the shortest end of its path that tells them apart. Paths that are equal stay equal.
 */
export function withShortNames<Owner extends PlacedOwner>(owners: readonly Owner[]): Owner[] {
  const counts = countNames(owners);
  return owners.map((owner) => {
    const unique = namesOf(owner).find((name) => counts.get(name) === 1);
    return { ...owner, name: unique ?? owner.name };
  });
}

/** How many different owners could be meant by a name. */
function countNames(owners: readonly PlacedOwner[]): ReadonlyMap<string, number> {
  const distinct = new Map(owners.map((owner) => [owner.id, owner]));
  const counts = new Map<string, number>();
  for (const name of [...distinct.values()].flatMap(namesOf)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** What an owner could be called, the shortest first. */
function namesOf({ kind, name }: PlacedOwner): string[] {
  if (kind !== 'location') return [name];
  const steps = name.split('/');
  return steps.map((_, above) => steps.slice(-1 - above).join('/'));
}
