import type { OwnerId } from '../../case/case.ts';
import type { LinkedCase } from '../../case/case-graph.ts';
import { liveCases } from '../../case/closure.ts';
import { allCandidates } from '../../case/ownership/candidates.ts';
import type { Directory } from '../../case/ownership/directory.ts';
import type { CaseFormAction } from '../../case/ownership/owner-rule.ts';
import { assertsSingleOwner } from '../../case/ownership/owner-rule.ts';
import { SHARING_ASSERTION_KEY } from '../../case/ownership/owner-resolution.ts';
import type { AnsweredAction, CaseOwner } from '../../case/ownership/resolve-owners.ts';
import { resolveOwners } from '../../case/ownership/resolve-owners.ts';
import { firstDifference } from './compare-values.ts';
import type { ConformanceLine, LineTest } from './line-runner.ts';

/** The document of a `vectors.json`. */
export interface CaseSharingVectors {
  readonly worlds: readonly SharingWorld[];
  readonly visibility: readonly VisibilityLine[];
}

interface SharingWorld {
  readonly locationTypes: Readonly<
    Record<string, { readonly ownsCases: boolean; readonly viewChildData: boolean }>
  >;
  readonly locations: Readonly<
    Record<
      string,
      { readonly type: string; readonly parent: string | null; readonly archived: boolean }
    >
  >;
  readonly groups: Readonly<Record<string, { readonly caseSharing: boolean }>>;
  readonly resolution: readonly ResolutionLine[];
}

interface ResolutionLine extends ConformanceLine {
  readonly caseSharing: boolean;
  readonly userKind: 'mobile' | 'web';
  readonly memberOf: readonly string[];
  readonly assignedTo: readonly string[];
  readonly actions: readonly ActionJson[];
  readonly candidates: readonly OwnerId[];
  readonly assertion: boolean;
  readonly expect: { readonly owners?: readonly string[]; readonly error?: string };
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
  readonly ownerIds: Readonly<Record<string, readonly OwnerId[]>>;
  readonly owners: Readonly<Record<string, OwnerId>>;
  readonly closed: readonly string[];
  readonly child: readonly (readonly [string, string])[];
  readonly extension: readonly (readonly [string, string])[];
  readonly visible: Readonly<Record<string, readonly string[]>>;
}

/** Every test of the document: who will own, strictly as CommCare does it, and who sees which cases. */
export function caseSharingTests({ worlds, visibility }: CaseSharingVectors): LineTest[] {
  const resolution = worlds.flatMap((world) =>
    world.resolution.map((line) => ({
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
  const user = { userId: USER, kind: line.userKind };
  const candidates = allCandidates(user, directoryOf(world, line));
  const answered = line.actions.map(answeredAction);
  const actions = answered.map(({ action }) => action);
  return (
    firstDifference(
      line.candidates,
      candidates.map(({ id }) => id),
      'candidates',
    ) ??
    firstDifference(line.assertion, assertsSingleOwner(actions, line), 'assertion') ??
    firstDifference(line.expect, resolve(answered, candidates, line), 'expect')
  );
}

function resolve(
  answered: readonly AnsweredAction[],
  candidates: ReturnType<typeof allCandidates>,
  { caseSharing }: ResolutionLine,
): ResolutionLine['expect'] {
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

function directoryOf(world: SharingWorld, { memberOf, assignedTo }: ResolutionLine): Directory {
  return {
    // The user's groups come in the order in which the line names them.
    groups: memberOf.map((groupId) => ({
      groupId,
      name: groupId,
      caseSharing: world.groups[groupId]?.caseSharing ?? false,
      groupData: {},
    })),
    memberships: memberOf.map((groupId) => ({ groupId, userId: USER })),
    locationTypes: Object.entries(world.locationTypes).map(([code, type]) => ({
      code,
      name: code,
      ownsCases: type.ownsCases,
      viewDescendants: type.viewChildData,
    })),
    locations: Object.entries(world.locations).map(([locationId, { type, parent, archived }]) => ({
      ...PLACE,
      locationId,
      name: locationId,
      typeCode: type,
      parentId: parent,
      archived,
    })),
    assignments: assignedTo.map((locationId) => ({ userId: USER, locationId })),
  };
}

const PLACE = { siteCode: '', externalId: '', latitude: '', longitude: '', locationData: {} };

function runVisibility(line: VisibilityLine): string | undefined {
  const cases = Object.keys(line.owners).map((id) => linkedCase(id, line));
  for (const [user, expected] of Object.entries(line.visible)) {
    const live = liveCases(cases, new Set(line.ownerIds[user] ?? [user]));
    const found = firstDifference(expected.toSorted(), [...live].toSorted(), `visible to ${user}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function linkedCase(caseId: string, line: VisibilityLine): LinkedCase {
  const indices = (['child', 'extension'] as const).flatMap((relationship) =>
    line[relationship]
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
    status: line.closed.includes(caseId) ? 'closed' : 'open',
    indices,
  };
}
