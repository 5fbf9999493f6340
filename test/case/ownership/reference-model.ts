// The rules of case sharing once more, told from the specification and not from `src`: slow, plain, and read aloud
// beside it. What the two disagree on is a mistake of one of them.

export interface ModelWorld {
  readonly locationTypes: Readonly<Record<string, { ownsCases: boolean; viewChildData: boolean }>>;
  readonly locations: Readonly<
    Record<string, { type: string; parent: string | null; archived: boolean }>
  >;
  readonly groups: Readonly<Record<string, { caseSharing: boolean }>>;
}

export interface ModelAction {
  readonly action: 'open' | 'subcase' | 'advancedOpen' | 'update' | 'saveToCase';
  /** What `owner_id` is saved from: an id, `USER`, or a question that is `IRRELEVANT` or `BLANK`. Absent: not saved. */
  readonly owner?: string;
  readonly condition?: boolean;
  readonly iterations?: number;
  readonly indices?: readonly ('child' | 'extension' | 'question')[];
  readonly relationshipAnswer?: 'child' | 'extension';
}

export interface ModelLine {
  readonly caseSharing: boolean;
  readonly userKind: 'mobile' | 'web';
  readonly memberOf: readonly string[];
  readonly assignedTo: readonly string[];
  readonly actions: readonly ModelAction[];
}

export type ModelOutcome = { readonly owners: readonly string[] } | { readonly error: string };

export interface ModelAnswer {
  readonly candidates: readonly string[];
  readonly assertion: boolean;
  /** As CommCare does it. */
  readonly strict: ModelOutcome;
  /** With distinct candidates, a blank that counts as not given, and shared cases where an answer makes them children. */
  readonly ours: ModelOutcome;
  /** When there is no candidate. */
  readonly reason: string | undefined;
}

const BLOCKED = { error: 'case_sharing.exactly_one_group' };

export function modelAnswer(world: ModelWorld, line: ModelLine): ModelAnswer {
  const candidates = candidateIds(world, line);
  const automatic = line.actions.filter((action) => isAutomatic(action));
  const assertion = line.caseSharing && automatic.length > 0;
  const asked = line.caseSharing && line.actions.some((one) => isAutomatic(one) || toChild(one));
  const distinct = [...new Set(candidates)];
  return {
    candidates,
    assertion,
    strict:
      assertion && candidates.length !== 1
        ? BLOCKED
        : { owners: line.actions.flatMap((one) => strictOwners(one, line, candidates[0])) },
    ours:
      asked && distinct.length !== 1
        ? BLOCKED
        : { owners: line.actions.flatMap((one) => ourOwners(one, line, distinct[0])) },
    reason: candidates.length > 0 ? undefined : reasonOf(world, line),
  };
}

/** Assigned and owning; then owning, not archived, anywhere below an assigned one that views; then groups that share. */
function candidateIds(world: ModelWorld, line: ModelLine): string[] {
  const assigned = line.assignedTo.filter((id) => id in world.locations);
  const groups = line.memberOf.filter((id) => world.groups[id]?.caseSharing === true);
  return [
    ...assigned.filter((id) => levelOf(world, id).ownsCases),
    ...assigned
      .filter((id) => levelOf(world, id).viewChildData)
      .flatMap((id) => below(world, id))
      .filter((id) => levelOf(world, id).ownsCases && world.locations[id]?.archived === false),
    ...(line.userKind === 'web' ? [] : groups),
  ];
}

function levelOf(world: ModelWorld, id: string) {
  const none = { ownsCases: false, viewChildData: false };
  return world.locationTypes[world.locations[id]?.type ?? ''] ?? none;
}

function below(world: ModelWorld, id: string): string[] {
  const children = Object.keys(world.locations).filter(
    (child) => world.locations[child]?.parent === id,
  );
  return children.flatMap((child) => [child, ...below(world, child)]);
}

function isAutomatic({ action, owner, indices = [] }: ModelAction): boolean {
  if (owner !== undefined) return false;
  if (action === 'open' || action === 'subcase') return true;
  if (action !== 'advancedOpen' || indices.includes('question')) return false;
  return indices.length === 0 || indices.some((index) => index === 'child');
}

function fromQuestion({ action, owner, indices = [] }: ModelAction): boolean {
  return action === 'advancedOpen' && owner === undefined && indices.includes('question');
}

/** Whatever is not said to be an extension is a child. */
function toChild(action: ModelAction): boolean {
  return fromQuestion(action) && action.relationshipAnswer !== 'extension';
}

function strictOwners(action: ModelAction, line: ModelLine, only: string | undefined): string[] {
  return owners(action, () => {
    if (action.owner === 'BLANK') return "device ''/server USER";
    return ownerOf(action, line, only);
  });
}

function ourOwners(action: ModelAction, line: ModelLine, only: string | undefined): string[] {
  return owners(action, () => {
    if (action.owner === 'BLANK') return action.action === 'update' ? '(unchanged)' : 'USER';
    if (toChild(action)) return line.caseSharing ? (only ?? '') : 'USER';
    return ownerOf(action, line, only);
  });
}

function owners(action: ModelAction, one: () => string): string[] {
  if (action.condition === false) return [action.action === 'update' ? '(unchanged)' : '(no case)'];
  return Array.from({ length: action.iterations ?? 1 }, one);
}

function ownerOf(action: ModelAction, line: ModelLine, only: string | undefined): string {
  if (action.action === 'update') return givenTo(action, '(unchanged)');
  // Nothing but the question's own field writes an owner: without one, the sender owns the case.
  if (action.action === 'saveToCase') return givenTo(action, 'USER');
  if (action.owner !== undefined) return givenTo(action, '-');
  if (isAutomatic(action)) return line.caseSharing ? (only ?? '') : 'USER';
  if (!fromQuestion(action)) return '-';
  return action.relationshipAnswer === 'extension' ? '-' : 'USER';
}

function givenTo({ owner = 'IRRELEVANT' }: ModelAction, otherwise: string): string {
  return owner === 'IRRELEVANT' ? otherwise : owner;
}

/** Locations come first: who is at one is usually meant to share through it. */
function reasonOf(world: ModelWorld, line: ModelLine): string {
  const assigned = line.assignedTo.filter((id) => id in world.locations);
  if (assigned.some((id) => levelOf(world, id).viewChildData)) return 'viewOnlyWithoutChildren';
  if (assigned.length > 0) return 'onlyNonOwningLocations';
  const groups = line.userKind === 'web' ? [] : line.memberOf.filter((id) => id in world.groups);
  return groups.length > 0 ? 'onlyNonSharingGroups' : 'noMembership';
}

export interface ModelCases {
  readonly owners: Readonly<Record<string, string>>;
  readonly closed: readonly string[];
  readonly child: readonly (readonly [string, string])[];
  readonly extension: readonly (readonly [string, string])[];
}

/** What a device holds after sync and purge: the rules of the closure, repeated until nothing changes. */
export function modelVisible(cases: ModelCases, ownerIds: readonly string[]): string[] {
  const ids = present(cases);
  const child = cases.child.filter(([from]) => ids.includes(from));
  const extension = cases.extension.filter(
    ([from, to]) => ids.includes(from) && !child.some(([a, b]) => a === from && b === to),
  );
  const isOpen = (id: string) => !cases.closed.includes(id);
  const hosts = (id: string) => extension.filter(([from]) => from === id).map(([, to]) => to);
  const available = (id: string): boolean =>
    isOpen(id) && (hosts(id).length === 0 || hosts(id).some(available));
  const live = new Set(
    ids.filter((id) => ownerIds.includes(cases.owners[id] ?? '') && available(id)),
  );
  for (let size = -1; size !== live.size;) {
    size = live.size;
    for (const [from, to] of [...child, ...extension]) if (live.has(from)) live.add(to);
    for (const [from, to] of extension) if (live.has(to) && isOpen(from)) live.add(from);
  }
  return [...live].sort();
}

/** Without the cases that point to one that is not there, and whatever depends on them. */
function present({ owners, child, extension }: ModelCases): string[] {
  const edges = [...child, ...extension];
  let ids = Object.keys(owners);
  for (let size = -1; size !== ids.length;) {
    size = ids.length;
    const known = ids;
    ids = known.filter((id) => edges.every(([from, to]) => from !== id || known.includes(to)));
  }
  return ids;
}
