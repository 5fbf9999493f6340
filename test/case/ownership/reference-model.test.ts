import { expect } from 'chai';
import { candidates } from '../../../src/case/ownership/candidates.ts';
import type { Directory } from '../../../src/case/ownership/directory.ts';
import { noCandidateReason } from '../../../src/case/ownership/no-candidate-reason.ts';
import type { OwnerCandidate } from '../../../src/case/ownership/owner-candidate.ts';
import { SHARING_ASSERTION_KEY } from '../../../src/case/ownership/owner-resolution.ts';
import type { AnsweredAction, CaseOwner } from '../../../src/case/ownership/resolve-owners.ts';
import { resolveOwners } from '../../../src/case/ownership/resolve-owners.ts';
import { caseSharingTests } from '../../../src/cli/conformance/run-case-sharing.ts';
import { RandomSharing } from './random-sharing.ts';
import { modelAnswer, modelVisible } from './reference-model.ts';
import type { ModelAction, ModelLine, ModelOutcome, ModelWorld } from './reference-model.ts';

const WORLDS = 600;
const LINES = 8;

describe('sharing, beside a reference model', () => {
  it('gives the same candidates, assertion, owners and refusal as CommCare in worlds made by chance', () => {
    const worlds = Array.from({ length: WORLDS }, (_, seed) => aWorld(seed));
    expect(differences({ worlds })).to.deep.equal([]);
  });

  it('gives the same owners, refusal and reason by our own rules, whoever else is in the project', () => {
    const seeds = Array.from({ length: WORLDS * LINES }, (_, seed) => seed);
    expect(seeds.flatMap(ourDifference).slice(0, 5)).to.deep.equal([]);
  });

  it('shows the same cases in graphs made by chance', () => {
    const visibility = Array.from({ length: 4000 }, (_, seed) => someCases(seed));
    expect(differences({ visibility })).to.deep.equal([]);
  });
});

function differences(document: Parameters<typeof caseSharingTests>[0]): string[] {
  return caseSharingTests(document)
    .flatMap(({ id, run }) => {
      const difference = run();
      return difference === undefined ? [] : [`${id}: ${String(difference)}`];
    })
    .slice(0, 5);
}

function aWorld(seed: number) {
  const random = new RandomSharing(seed);
  const world = random.world();
  return {
    ...world,
    resolution: Array.from({ length: LINES }, (_, n) => aLine(`${seed}.${n}`, random, world)),
  };
}

function aLine(id: string, random: RandomSharing, world: ModelWorld) {
  const line = random.line(world);
  const { candidates, assertion, strict } = modelAnswer(world, line);
  return { id, ...line, candidates, assertion, expect: strict };
}

/** The model beside what comes of a directory with other people in it. */
function ourDifference(seed: number): string[] {
  const random = new RandomSharing(seed);
  const world = random.world();
  const line = random.line(world);
  const { ours: outcome, reason, candidates: ids } = modelAnswer(world, line);
  const directory = modelDirectory(world, line);
  const user = { userId: 'USER', kind: line.userKind };
  const found = candidates(user, directory);
  const expected = JSON.stringify([outcome, reason, [...new Set(ids)].sort()]);
  const actual = JSON.stringify([
    outcomeOf(line, found),
    noCandidateReason(user, directory)?.kind,
    found.map(({ id }) => id).sort(),
  ]);
  return expected === actual ? [] : [`${JSON.stringify(line)}: ${expected}, not ${actual}`];
}

function outcomeOf(
  { actions, caseSharing }: ModelLine,
  found: readonly OwnerCandidate[],
): ModelOutcome {
  const user = { userId: 'USER', name: 'USER' };
  const resolved = resolveOwners(actions.map(answered), found, user, { caseSharing });
  if (resolved.kind !== 'resolved') return { error: SHARING_ASSERTION_KEY };
  return { owners: resolved.owners.map(ownerText) };
}

function answered(one: ModelAction): AnsweredAction {
  const { action, owner, condition = true, iterations = 1, indices = [], relationshipAnswer } = one;
  const base = { caseType: 't', ref: '/data/case', ownerMapped: owner !== undefined };
  return {
    action:
      action === 'advancedOpen' ? { ...base, kind: action, indices } : { ...base, kind: action },
    owner: owner === 'BLANK' ? '' : owner === 'IRRELEVANT' ? undefined : owner,
    ...{ happens: condition, times: iterations },
    ...(relationshipAnswer !== undefined && { relationship: relationshipAnswer }),
  };
}

function ownerText(owner: CaseOwner): string {
  if (owner.kind === 'owner') return owner.ownerId;
  return owner.kind === 'noCase' ? '(no case)' : '(unchanged)';
}

function modelDirectory(world: ModelWorld, { memberOf, assignedTo }: ModelLine): Directory {
  const people = ['ann', 'USER', 'zoe'];
  const groupIds = Object.keys(world.groups);
  const placeIds = Object.keys(world.locations);
  const groupsOf = (userId: string) => (userId === 'USER' ? memberOf : groupIds);
  const placesOf = (userId: string) => (userId === 'USER' ? assignedTo : placeIds);
  const rest = { name: '', siteCode: '', externalId: '', latitude: '', longitude: '' };
  return {
    groups: groupIds.map((groupId) => {
      return {
        groupId,
        name: groupId,
        ...{ caseSharing: false, groupData: {} },
        ...world.groups[groupId],
      };
    }),
    memberships: people.flatMap((userId) =>
      groupsOf(userId).map((groupId) => ({ groupId, userId })),
    ),
    locationTypes: Object.entries(world.locationTypes).map(
      ([code, { ownsCases, viewChildData }]) => {
        return { code, name: code, ownsCases, viewDescendants: viewChildData };
      },
    ),
    locations: Object.entries(world.locations).map(([locationId, { type, parent, archived }]) => {
      return { locationId, typeCode: type, parentId: parent, archived, ...rest, locationData: {} };
    }),
    assignments: people.flatMap((userId) =>
      placesOf(userId).map((locationId) => ({ locationId, userId })),
    ),
  };
}

const OWNER_IDS = { ann: ['ann', 'G1'], bob: ['bob', 'G2'], cleo: ['cleo', 'G1', 'G2'] };

function someCases(seed: number) {
  const cases = new RandomSharing(seed).cases(['ann', 'bob', 'G1', 'G2', '-', 'nobody']);
  const visible = Object.entries(OWNER_IDS).map(([user, ids]) => [user, modelVisible(cases, ids)]);
  return { id: `${seed}`, ...cases, ownerIds: OWNER_IDS, visible: Object.fromEntries(visible) };
}
