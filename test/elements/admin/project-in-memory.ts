import type {
  CaseDetails,
  CaseListRow,
  CasePage,
  CaseQuery,
  Holdings,
} from '../../../src/elements/admin/case-records.ts';
import { candidateImpact } from '../../../src/case/ownership/candidate-impact.ts';
import { applyProjectChange } from '../../../src/project/project-change.ts';
import type { ProjectChange, ProjectState } from '../../../src/project/project-change.ts';
import type { AppSettings, ProjectApp } from '../../../src/project/project-app.ts';
import type { LookupRow } from '../../../src/project/lookup-table.ts';
import type { ProjectPerson } from '../../../src/project/project-person.ts';
import { displayName } from '../../../src/project/project-person.ts';
import type {
  AdminClient,
  AuditPage,
  ConcernPage,
  PersonImpact,
} from '../../../src/elements/admin/admin-client.ts';

/** A project without a server: the core's own rules, and nothing stored. */
export class ProjectInMemory implements AdminClient {
  readonly made: ProjectChange[] = [];

  caseRows: readonly CaseListRow[] = ['k1', 'k2', 'k3'].map((caseId, at) => ({
    caseId,
    caseName: ['Amina', 'Bahati', ''][at] ?? '',
    caseType: 'client',
    ownerId: at === 1 ? 'gone' : 'a',
    closed: at === 2,
    lastModified: '2026-03-01T08:00:00.000Z',
  }));

  constructor(
    public state: ProjectState = village,
    public offered: readonly ProjectApp[] = [registering],
  ) {}

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

  async apps(): Promise<readonly ProjectApp[]> {
    return this.offered;
  }

  async uploadApp(file: File, appId = 'uploaded'): Promise<void> {
    if (!/\.(ccz|zip|xml)$/.test(file.name)) throw new Error(`${file.name} is no app.`);
    const known = this.offered.find((app) => app.appId === appId);
    const { versions } = known ?? { versions: [] };
    const at = { ownVersion: 5, uploadedAt: '2026-03-01T08:00:00Z', username: 'admin' };
    const version = { ...at, version: versions.length + 1, file: file.name };
    const app = { ...(known ?? registering), appId, ownName: known?.ownName ?? file.name };
    const others = this.offered.filter((each) => each.appId !== appId);
    const now = { currentVersion: version.version, versions: [version, ...versions] };
    this.offered = [...others, { ...app, ...now }];
  }

  async saveApp(appId: string, settings: AppSettings): Promise<void> {
    this.offered = this.offered.map((app) => (app.appId === appId ? { ...app, ...settings } : app));
  }

  async removeApp(appId: string): Promise<void> {
    this.offered = this.offered.filter((app) => app.appId !== appId);
  }

  async rows(code: string): Promise<readonly LookupRow[]> {
    const saved = this.made.findLast(
      (change) => change.kind === 'table.rows' && change.code === code,
    );
    return saved?.kind === 'table.rows' ? saved.rows : [];
  }

  async cases({ owner }: CaseQuery, offset: number): Promise<CasePage> {
    const all =
      owner === 'nobody' ? this.caseRows.filter((row) => row.ownerId === 'gone') : this.caseRows;
    return {
      cases: all.slice(offset, offset + 2),
      hasMore: all.length > offset + 2,
      types: [{ caseType: 'client', count: this.caseRows.length }],
    };
  }

  async caseDetails(caseId: string): Promise<CaseDetails> {
    if (caseId !== 'k1') throw new Error('There is no such case in this project.');
    return amina;
  }

  async ownerImpact(caseIds: readonly string[]): Promise<readonly PersonImpact[]> {
    const nothing = { gained: [], lost: [], registration: 'same' } as const;
    const cases = { appear: caseIds.length, disappear: 0 };
    return [{ ...nothing, userId: 'david', username: 'david', displayName: 'David', cases }];
  }

  async giveCases(caseIds: readonly string[], ownerId: string): Promise<number> {
    this.caseRows = this.caseRows.map((row) =>
      caseIds.includes(row.caseId) ? { ...row, ownerId } : row,
    );
    return caseIds.length;
  }

  async holdings(userId: string): Promise<Holdings> {
    return {
      userData: { commcare_first_name: userId },
      candidates: [],
      caseCount: 1,
      cases: this.caseRows.slice(0, 1),
      tables: [{ code: 'town', rows: 3 }],
    };
  }

  readonly seen = new Set<number>();

  async concerns(before: number | undefined, withSeen: boolean): Promise<ConcernPage> {
    const rows = concerning
      .filter(({ sequence }) => before === undefined || sequence < before)
      .map((form) => ({ ...form, seenBy: this.seen.has(form.sequence) ? 'admin' : null }))
      .filter(({ seenBy }) => withSeen || seenBy === null);
    return { rows: rows.slice(0, 2), hasOlder: rows.length > 2 };
  }

  async markSeen(sequences: readonly number[]): Promise<void> {
    for (const sequence of sequences) this.seen.add(sequence);
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

const concerning = [
  { sequence: 9, concerns: [{ kind: 'foreignCase', caseId: 'k1', caseName: 'Amina' }] as const },
  {
    sequence: 7,
    concerns: [
      { kind: 'foreignTarget', caseId: 'k2', target: 'k1', caseName: 'Bahati' },
      { kind: 'unknownOwner', caseId: 'k2', ownerId: 'gone', caseName: 'Bahati' },
    ] as const,
  },
  { sequence: 3, concerns: [{ kind: 'foreignCase', caseId: 'k3', caseName: '' }] as const },
].map((form) => ({
  ...form,
  receivedAt: '2026-03-01T08:00:00Z',
  formName: `Visit ${form.sequence}`,
  username: 'david',
}));
/** An app of the server's folder that registers cases to share. */
export const registering: ProjectApp = {
  appId: 'maternal',
  ownName: 'Maternal health',
  name: '',
  isCompiled: false,
  shares: true,
  creates: true,
  caseSharing: null,
  groupIds: [],
  currentVersion: null,
  versions: [],
};

const amina: CaseDetails = {
  case: {
    ...{ caseId: 'k1', caseType: 'client', caseName: 'Amina', ownerId: 'a', status: 'open' },
    ...{
      dateOpened: '',
      lastModified: '',
      userId: 'david',
      externalId: '',
      category: '',
      state: '',
    },
    ...{ properties: { town: 'Tanga' }, indices: [], attachments: [] },
  },
  history: ['david', 'nina'].map((username, at) => ({
    form: {
      instanceId: `f${at}`,
      formName: 'Visit',
      username,
      receivedAt: '2026-03-01T08:00:00Z',
      changedAt: '2026-03-01T07:00:00Z',
    },
    isCreation: at === 0,
    isClosing: false,
    isAfterClosing: at === 1,
    changes: [
      {
        property: 'town',
        before: at === 0 ? '' : 'Moshi',
        after: at === 0 ? 'Moshi' : 'Tanga',
        unseen:
          at === 0
            ? undefined
            : {
                instanceId: 'f0',
                formName: 'Visit',
                username: 'david',
                receivedAt: '2026-03-01T08:00:00Z',
              },
      },
    ],
  })),
};

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
  settings: { submissionPolicy: 'flag', closesExtensions: false, searchableCaseTypes: [] },
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
