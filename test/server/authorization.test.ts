import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { liveCases } from '../../src/case/closure.ts';
import { candidates } from '../../src/case/ownership/candidates.ts';
import type { ProjectDefinition } from '../../src/server/directory/project-definition.ts';
import { selectCases } from '../../src/server/sql/cases.ts';
import { selectDirectory } from '../../src/server/sql/directory.ts';
import { findProject } from '../../src/server/sql/projects.ts';
import { databaseKinds } from './test-database.ts';
import { change, Device, form, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

const [USERS, PLACES, GROUPS, LEVELS, CASES] = [5, 7, 3, 3, 7];
const nat = (max: number) => fc.nat({ max: max - 1 });
const some = (max: number) => fc.uniqueArray(nat(max), { maxLength: 2 });

/** An organization of any shape: trees of places of levels that own or view, groups that share or not, people anywhere. */
const organization = fc.record({
  levels: fc.array(fc.record({ ownsCases: fc.boolean(), viewDescendants: fc.boolean() }), {
    minLength: LEVELS,
    maxLength: LEVELS,
  }),
  // Most places stand below another one; one in seven is archived.
  places: fc.array(fc.record({ level: nat(LEVELS), parent: nat(PLACES + 1), archived: nat(7) }), {
    minLength: PLACES,
    maxLength: PLACES,
  }),
  groups: fc.array(fc.boolean(), { minLength: GROUPS, maxLength: GROUPS }),
  users: fc.array(fc.record({ isWeb: fc.boolean(), places: some(PLACES), groups: some(GROUPS) }), {
    minLength: USERS,
    maxLength: USERS,
  }),
});
const step = fc.record({
  kind: fc.constantFrom('open', 'open', 'child', 'extension', 'close', 'give', 'join', 'level'),
  user: nat(USERS),
  id: nat(CASES),
  other: nat(CASES),
  owner: fc.nat({ max: 99 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Organization = typeof organization extends fc.Arbitrary<infer T> ? T : never;

function definitionOf({ levels, places, groups, users }: Organization): Partial<ProjectDefinition> {
  const person = { firstName: '', lastName: '', language: '', userData: {}, password: 'caseload' };
  return {
    users: [
      { ...person, username: 'boss', role: 'admin', kind: 'mobile', locations: [] },
      ...users.map(({ isWeb, places: own }, n) => ({
        ...person,
        username: `u${n}`,
        role: 'worker' as const,
        kind: isWeb ? ('web' as const) : ('mobile' as const),
        locations: own.map((place) => `p${place}`),
      })),
    ],
    groups: groups.map((caseSharing, n) => ({
      name: `g${n}`,
      caseSharing,
      members: users.flatMap((user, of) => (user.groups.includes(n) ? [`u${of}`] : [])),
    })),
    locationTypes: levels.map((flags, n) => ({ code: `l${n}`, name: `Level ${n}`, ...flags })),
    locations: places.map(({ level, parent, archived }, n) => ({
      siteCode: `p${n}`,
      name: `Place ${n}`,
      type: `l${level}`,
      archived: archived === 0,
      ...(parent < n ? { parent: `p${parent}` } : {}),
    })),
  };
}

/**
 * The cases that a user may hold, by one statement that was written from the rules and shares nothing with the server: by whom the
 * user owns, which cases are there for an owner to have, and what these bring along.
 */
const MAY_HOLD = `
with recursive
below (assigned, location_id, archived, type_code, project_id) as (
  select a.location_id, l.location_id, l.archived, l.type_code, l.project_id
  from assignments a join locations al on al.location_id = a.location_id
  join location_types t on t.project_id = al.project_id and t.code = al.type_code and t.view_descendants
  join locations l on l.parent_id = a.location_id
  where a.user_id = $1
  union
  select b.assigned, l.location_id, l.archived, l.type_code, l.project_id
  from below b join locations l on l.parent_id = b.location_id
),
owners (id) as (
  select $1::text
  union
  select l.location_id from assignments a join locations l using (location_id)
  join location_types t on t.project_id = l.project_id and t.code = l.type_code
  where a.user_id = $1 and t.owns_cases
  union
  select b.location_id from below b join location_types t on t.project_id = b.project_id and t.code = b.type_code
  where t.owns_cases and not b.archived
  union
  select g.group_id from group_members m join groups g using (group_id) join users u using (user_id)
  where m.user_id = $1 and g.case_sharing and u.kind = 'mobile'
),
edges (source, target, extends) as (
  select case_id, target, bool_and(relationship = 'extension') from case_indices where project_id = $2 group by case_id, target
),
available (case_id) as (
  select c.case_id from cases c where c.project_id = $2 and not c.closed
    and not exists (select 1 from edges e where e.source = c.case_id and e.extends)
  union
  select e.source from available a join edges e on e.target = a.case_id and e.extends
  join cases c on c.project_id = $2 and c.case_id = e.source and not c.closed
),
held (case_id) as (
  select c.case_id from cases c join available using (case_id) where c.project_id = $2 and c.owner_id in (select id from owners)
  union
  select next.case_id from held h cross join lateral (
    select e.target as case_id from edges e where e.source = h.case_id
    union all
    select e.source from edges e join cases c on c.project_id = $2 and c.case_id = e.source
    where e.target = h.case_id and e.extends and not c.closed
  ) next
)
select h.case_id as "caseId" from held h join cases c on c.project_id = $2 and c.case_id = h.case_id
where c.case_type <> 'commcare-user' order by 1`;

for (const kind of databaseKinds) {
  describe(`what users may hold on ${kind.name}`, () => {
    let server: TestServer;

    before(async () => {
      // So small that most restores are prepared, and that things happen between two requests of one.
      const restoreLimits = { most: 2, patience: 0, atOnce: 2 };
      server = await TestServer.open(kind.open, { restoreLimits });
    });
    after(() => server.close());

    interface World {
      readonly projectId: number;
      readonly ids: readonly string[];
      readonly clients: readonly Client[];
      readonly boss: Client;
      /** Everybody and everything that could own, and some that could not. */
      readonly owners: readonly string[];
    }

    async function worldOf(shape: Organization): Promise<World> {
      const domain = await server.project(definitionOf(shape));
      const { projectId } = (await findProject(server.database, domain))!;
      const clients: Client[] = [];
      for (let n = 0; n < USERS; n += 1) clients.push(await server.signIn(`u${n}@${domain}`));
      const { groups, locations } = await selectDirectory(server.database, projectId);
      return {
        projectId,
        clients,
        boss: await server.signIn(`boss@${domain}`),
        ids: Array.from({ length: CASES }, () => randomUUID()),
        owners: [
          ...clients.map(({ userId }) => userId),
          ...groups.map(({ groupId }) => groupId),
          ...locations.map(({ locationId }) => locationId),
          ...['-', 'nobody'],
        ],
      };
    }

    const ownerOf = ({ owners }: World, { owner }: Step) => owners[owner % owners.length]!;

    function blockOf(world: World, step: Step): string {
      const [id, other] = [world.ids[step.id]!, world.ids[step.other]!];
      const owner = ownerOf(world, step);
      switch (step.kind) {
        case 'open':
          return open(id, { owner });
        case 'child':
          return open(id, { owner, child: other });
        case 'extension':
          return open(id, { owner, extension: other });
        case 'close':
          return change(id, { close: true });
        default:
          return change(id, { owner });
      }
    }

    /** Anybody may send anything; what the server takes is what counts. */
    async function take(world: World, step: Step): Promise<void> {
      if (step.kind === 'join' || step.kind === 'level') return reorganize(world, step);
      const response = await world.clients[step.user]!.submit(form([blockOf(world, step)]));
      expect(response.status).to.be.oneOf([201, 422]);
    }

    async function reorganize({ projectId, boss, clients }: World, step: Step): Promise<void> {
      const { groups, memberships, locationTypes } = await selectDirectory(
        server.database,
        projectId,
      );
      if (step.kind === 'level') {
        const level = locationTypes[step.owner % LEVELS]!;
        return boss.change({
          kind: 'level.save',
          level: { ...level, ownsCases: !level.ownsCases },
        });
      }
      const { groupId } = groups[step.owner % GROUPS]!;
      const { userId } = clients[step.user]!;
      const isMember = memberships.some((row) => row.groupId === groupId && row.userId === userId);
      return boss.change({ kind: isMember ? 'member.remove' : 'member.add', groupId, userId });
    }

    async function byTheModel({ projectId }: World, userId: string, isWeb: boolean) {
      const rows = await server.database.query<{ caseId: string }>(
        `select case_id as "caseId" from cases where project_id = $1`,
        [projectId],
      );
      const cases = await selectCases(server.database, projectId, rows.map(({ caseId }) => caseId)); // prettier-ignore
      const directory = await selectDirectory(server.database, projectId);
      const user = { userId, kind: isWeb ? ('web' as const) : ('mobile' as const) };
      const owners = new Set([userId, ...candidates(user, directory).map(({ id }) => id)]);
      const live = liveCases(cases, owners);
      return cases
        .filter(({ caseId, caseType }) => live.has(caseId) && caseType !== 'commcare-user')
        .map(({ caseId }) => caseId);
    }

    async function bySql({ projectId }: World, userId: string) {
      const rows = await server.database.query<{ caseId: string }>(MAY_HOLD, [userId, projectId]);
      return rows.map(({ caseId }) => caseId);
    }

    it('is what their restores bring, in full and step by step, by the model and by a statement of its own', async () => {
      let held = 0;
      const steps = fc.array(step, { minLength: 6, maxLength: 14 });
      await fc.assert(
        fc.asyncProperty(organization, steps, async (shape, taken) => {
          const world = await worldOf(shape);
          const devices = world.clients.map((client) => new Device(client));
          for (const [n, each] of taken.entries()) {
            await take(world, each);
            if (n === 2) for (const client of world.clients) await client.request('/api/restore');
            if (n === 4) for (const device of devices) await device.sync();
          }
          for (const [n, client] of world.clients.entries()) {
            const expected = await bySql(world, client.userId);
            const model = await byTheModel(world, client.userId, shape.users[n]!.isWeb);
            expect(model.toSorted()).to.deep.equal(expected.toSorted());
            const fresh = new Device(client);
            await fresh.sync();
            expect(fresh.ids).to.deep.equal(expected.toSorted());
            await devices[n]!.sync();
            expect(devices[n]!.ids).to.deep.equal(expected.toSorted());
            held += expected.length;
          }
        }),
        { numRuns: 15 },
      );
      expect(held).to.be.above(0);
    });
  });
}
