import type { OwnerId } from '../../case/case.ts';
import type { LinkedCase } from '../../case/case-graph.ts';
import { allCandidates } from '../../case/ownership/candidates.ts';
import type { Directory } from '../../case/ownership/directory.ts';
import type { CaseFormAction } from '../../case/ownership/owner-rule.ts';
import { assertsSingleOwner } from '../../case/ownership/owner-rule.ts';
import type { OwnerCandidate } from '../../case/ownership/owner-candidate.ts';
import { SHARING_ASSERTION_KEY } from '../../case/ownership/owner-resolution.ts';
import type { AnsweredAction, CaseOwner } from '../../case/ownership/resolve-owners.ts';
import { resolveOwners } from '../../case/ownership/resolve-owners.ts';
import { purge } from '../../case/purge.ts';
import { firstDifference } from './compare-values.ts';
import type { ConformanceLine, LineTest } from './line-runner.ts';

/** The document of a `vectors.json`. What it leaves out is off, empty or, in an expectation, not asked. */
export interface CaseSharingVectors {
  readonly worlds?: readonly SharingWorld[];
  readonly visibility?: readonly VisibilityLine[];
}

interface SharingWorld {
  readonly locationTypes?: Readonly<Record<string, LevelJson>>;
  readonly locations?: Readonly<Record<string, LocationJson>>;
  readonly groups?: Readonly<Record<string, { readonly caseSharing?: boolean }>>;
  readonly resolution?: readonly ResolutionLine[];
}

interface LevelJson {
  readonly ownsCases?: boolean;
  readonly viewChildData?: boolean;
}

interface LocationJson {
  readonly type: string;
  readonly parent?: string | null;
  readonly archived?: boolean;
}

interface ResolutionLine extends ConformanceLine {
  readonly caseSharing?: boolean;
  readonly userKind?: 'mobile' | 'web';
  readonly memberOf?: readonly string[];
  readonly assignedTo?: readonly string[];
  readonly actions?: readonly ActionJson[];
  readonly candidates?: readonly OwnerId[];
  readonly assertion?: boolean;
  readonly expect?: OutcomeJson;
}

interface OutcomeJson {
  readonly owners?: readonly string[];
  readonly error?: string;
}

interface ActionJson {
  readonly action: CaseFormAction['kind'];
  readonly owner?: string;
  readonly condition?: boolean;
  readonly iterations?: number;
  readonly indices?: readonly ('child' | 'extension' | 'question')[];
  readonly relationshipAnswer?: 'child' | 'extension';
}

interface VisibilityLine extends ConformanceLine {
  /** Who is left out owns by the own id alone. */
  readonly ownerIds?: Readonly<Record<string, readonly OwnerId[]>>;
  readonly owners: Readonly<Record<string, OwnerId>>;
  readonly closed?: readonly string[];
  readonly child?: readonly (readonly [string, string])[];
  readonly extension?: readonly (readonly [string, string])[];
  readonly visible: Readonly<Record<string, readonly string[]>>;
}

/** Every test of the document: who will own, strictly as CommCare does it, and who sees which cases. */
export function caseSharingTests({ worlds = [], visibility = [] }: CaseSharingVectors): LineTest[] {
  const resolution = worlds.flatMap((world) =>
    (world.resolution ?? []).map((line) => ({
      id: line.id,
      category: 'resolution',
      run: () => runResolution(line, world),
    })),
  );
  const visible = visibility.map((line) => ({
    id: line.id,
    category: 'visibility',
    run: () => runVisibility(line),
  }));
  return [...resolution, ...visible];
}

/** The acting user; the data call him so. */
const USER = 'USER';

function runResolution(line: ResolutionLine, world: SharingWorld): string | undefined {
  const { actions = [], caseSharing = false, userKind = 'mobile' } = line;
  const candidates = allCandidates({ userId: USER, kind: userKind }, directoryOf(world, line));
  const answered = actions.map(answeredAction);
  const given = answered.map(({ action }) => action);
  const ids = candidates.map(({ id }) => id);
  return (
    statedDifference(line.candidates, ids, 'candidates') ??
    statedDifference(line.assertion, assertsSingleOwner(given, { caseSharing }), 'assertion') ??
    statedDifference(line.expect, outcomeOf(answered, candidates, caseSharing), 'expect')
  );
}

function statedDifference(stated: unknown, actual: unknown, place: string): string | undefined {
  return stated === undefined ? undefined : firstDifference(stated, actual, place);
}

function outcomeOf(
  answered: readonly AnsweredAction[],
  candidates: readonly OwnerCandidate[],
  caseSharing: boolean,
): OutcomeJson {
  const user = { userId: USER, name: USER };
  const found = resolveOwners(answered, candidates, user, { caseSharing, strict: true });
  if (found.kind !== 'resolved') return { error: SHARING_ASSERTION_KEY };
  return { owners: found.owners.map(ownerText) };
}

function ownerText(owner: CaseOwner): string {
  if (owner.kind === 'noCase') return '(no case)';
  if (owner.kind === 'unchanged') return '(unchanged)';
  return owner.ownerId === '' ? "device ''/server USER" : owner.ownerId;
}

function answeredAction(json: ActionJson): AnsweredAction {
  const base = { caseType: 't', ref: '/data/case', ownerMapped: json.owner !== undefined };
  const action: CaseFormAction =
    json.action === 'advancedOpen'
      ? { ...base, kind: json.action, indices: json.indices ?? [] }
      : { ...base, kind: json.action };
  return {
    action,
    owner: answeredOwner(json.owner),
    ...(json.condition === undefined ? {} : { happens: json.condition }),
    ...(json.iterations === undefined ? {} : { times: json.iterations }),
    ...(json.relationshipAnswer === undefined ? {} : { relationship: json.relationshipAnswer }),
  };
}

function answeredOwner(owner: string | undefined): OwnerId | undefined {
  if (owner === 'IRRELEVANT') return undefined;
  return owner === 'BLANK' ? '' : owner;
}

function directoryOf(
  { groups = {}, locationTypes = {}, locations = {} }: SharingWorld,
  { memberOf = [], assignedTo = [] }: ResolutionLine,
): Directory {
  return {
    // The user's groups come in the order in which the line names them.
    groups: memberOf.map((groupId) => ({
      groupId,
      name: groupId,
      caseSharing: groups[groupId]?.caseSharing ?? false,
      groupData: {},
    })),
    memberships: memberOf.map((groupId) => ({ groupId, userId: USER })),
    locationTypes: Object.entries(locationTypes).map(
      ([code, { ownsCases = false, viewChildData = false }]) => {
        return { code, name: code, ownsCases, viewDescendants: viewChildData };
      },
    ),
    locations: Object.entries(locations).map(
      ([locationId, { type, parent = null, archived = false }]) => {
        return {
          ...PLACE,
          locationId,
          name: locationId,
          typeCode: type,
          parentId: parent,
          archived,
        };
      },
    ),
    assignments: assignedTo.map((locationId) => ({ userId: USER, locationId })),
  };
}

const PLACE = { siteCode: '', externalId: '', latitude: '', longitude: '', locationData: {} };

function runVisibility(line: VisibilityLine): string | undefined {
  const ids = Object.keys(line.owners);
  const cases = ids.map((id) => linkedCase(id, line));
  for (const [user, expected] of Object.entries(line.visible)) {
    const dropped = new Set(purge(cases, new Set(line.ownerIds?.[user] ?? [user])));
    const held = ids.filter((id) => !dropped.has(id));
    const found = firstDifference(expected.toSorted(), held.toSorted(), `visible to ${user}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function linkedCase(caseId: string, line: VisibilityLine): LinkedCase {
  const indices = (['child', 'extension'] as const).flatMap((relationship) =>
    (line[relationship] ?? [])
      .filter(([carrier]) => carrier === caseId)
      .map(([, target]) => ({
        name: `${relationship} ${target}`,
        caseType: 't',
        target,
        relationship,
      })),
  );
  return {
    caseId,
    ownerId: line.owners[caseId] ?? '',
    status: line.closed?.includes(caseId) === true ? 'closed' : 'open',
    indices,
  };
}
