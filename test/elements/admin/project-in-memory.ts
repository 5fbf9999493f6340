import { candidateImpact } from '../../../src/case/ownership/candidate-impact.ts';
import { applyProjectChange } from '../../../src/project/project-change.ts';
import type { ProjectChange, ProjectState } from '../../../src/project/project-change.ts';
import type { LookupRow } from '../../../src/project/lookup-table.ts';
import type { ProjectPerson } from '../../../src/project/project-person.ts';
import { displayName } from '../../../src/project/project-person.ts';
import type {
  AdminClient,
  AuditPage,
  PersonImpact,
} from '../../../src/elements/admin/admin-client.ts';

/** A project without a server: the core's own rules, and nothing stored. */
export class ProjectInMemory implements AdminClient {
  readonly made: ProjectChange[] = [];

  constructor(public state: ProjectState = village) {}

  async read(): Promise<ProjectState> {
    return this.state;
  }

  async impact(changes: readonly ProjectChange[]): Promise<readonly PersonImpact[]> {
    const after = this.after(changes);
    const impacts = candidateImpact(after.users, this.state.directory, after.directory);
    return impacts.map((impact) => {
      const { username, firstName, lastName } = after.users.find(
        ({ userId }) => userId === impact.userId,
      ) as ProjectPerson;
      const name = displayName({ username, firstName, lastName });
      return { ...impact, username, displayName: name, cases: { appear: 0, disappear: 3 } };
    });
  }

  async change(changes: readonly ProjectChange[]): Promise<void> {
    this.state = this.after(changes);
    this.made.push(...changes);
  }

  async rows(code: string): Promise<readonly LookupRow[]> {
    const saved = this.made.findLast(
      (change) => change.kind === 'table.rows' && change.code === code,
    );
    return saved?.kind === 'table.rows' ? saved.rows : [];
  }

  async audit(before: number | undefined): Promise<AuditPage> {
    const older = this.made.slice(0, before);
    const rows = older.map((change, entry) => ({
      entry,
      at: '2026-11-22T10:00:00Z',
      username: 'admin',
      change,
      before: {},
      after: {},
    }));
    return { rows: rows.reverse().slice(0, 2), hasOlder: rows.length > 2 };
  }

  private after(changes: readonly ProjectChange[]): ProjectState {
    return changes.reduce(applyProjectChange, this.state);
  }
}

function person(userId: string, firstName: string, role: ProjectPerson['role'] = 'worker') {
  const nothing = { lastName: '', language: '', userData: {}, active: true };
  return { ...nothing, userId, username: userId, firstName, role, kind: 'mobile' as const };
}

const place = (locationId: string, name: string, typeCode: string, parentId: string | null) => ({
  locationId,
  name,
  typeCode,
  parentId,
  siteCode: locationId,
  externalId: '',
  latitude: '',
  longitude: '',
  archived: false,
  locationData: {},
});

/** David belongs to one village, Nina to both, Lone to none; a clinic stands above a post. */
export const village: ProjectState = {
  userFields: [],
  tables: [],
  users: [
    person('david', 'David'),
    person('nina', 'Nina'),
    person('lone', 'Lone'),
    person('admin', 'Ada', 'admin'),
  ],
  directory: {
    groups: [
      { groupId: 'a', name: 'Village A', caseSharing: true, groupData: {} },
      { groupId: 'b', name: 'Village B', caseSharing: true, groupData: {} },
    ],
    memberships: [
      { groupId: 'a', userId: 'david' },
      { groupId: 'a', userId: 'nina' },
      { groupId: 'b', userId: 'nina' },
    ],
    locationTypes: [
      { code: 'clinic', name: 'Clinic', ownsCases: true, viewDescendants: true },
      { code: 'post', name: 'Post', ownsCases: true, viewDescendants: false },
    ],
    locations: [place('c', 'Amani clinic', 'clinic', null), place('p', 'Hill post', 'post', 'c')],
    assignments: [{ userId: 'admin', locationId: 'p' }],
  },
};
