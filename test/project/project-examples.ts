import type { FullLookupTable } from '../../src/project/lookup-table.ts';
import type { ProjectState } from '../../src/project/project-change.ts';
import type { ProjectPerson } from '../../src/project/project-person.ts';
import type { ProjectSettings } from '../../src/project/project-settings.ts';

const noSettings: ProjectSettings = {
  submissionPolicy: 'flag',
  closesExtensions: false,
  searchableCaseTypes: [],
};

export const emptyProject: ProjectState = {
  users: [],
  directory: { groups: [], memberships: [], locationTypes: [], locations: [], assignments: [] },
  userFields: [],
  tables: [],
  settings: noSettings,
};

const somebody: ProjectPerson = {
  userId: '',
  username: '',
  firstName: '',
  lastName: '',
  role: 'worker',
  kind: 'mobile',
  language: '',
  userData: {},
  active: true,
};

const somewhere = {
  externalId: '',
  latitude: '',
  longitude: '',
  archived: false,
  locationData: {},
};

/** A project in which everything occurs that a sheet can tell. */
export const district: ProjectState = {
  users: [
    { ...somebody, userId: 'u0', username: 'admin', firstName: 'Ada', role: 'admin', kind: 'web' },
    { ...somebody, userId: 'u1', username: 'nina', firstName: 'Nina', userData: { Zone: '+1=2' } },
    {
      ...somebody,
      userId: 'u2',
      username: 'gone',
      lastName: 'de "Wit", x',
      active: false,
      language: 'fr',
    },
  ],
  directory: {
    groups: [
      { groupId: 'a', name: 'Village A', caseSharing: true, groupData: { color: 'red' } },
      { groupId: 'b', name: 'Village B', caseSharing: false, groupData: {} },
    ],
    memberships: [
      { groupId: 'a', userId: 'u1' },
      { groupId: 'b', userId: 'u1' },
    ],
    locationTypes: [
      { code: 'clinic', name: 'Clinic', ownsCases: true, viewDescendants: true },
      { code: 'post', name: 'Post', ownsCases: true, viewDescendants: false },
    ],
    locations: [
      {
        ...somewhere,
        locationId: 'p',
        siteCode: 'a-post',
        name: 'Post',
        typeCode: 'post',
        parentId: 'c',
        archived: true,
        latitude: '-3.35',
      },
      {
        ...somewhere,
        locationId: 'c',
        siteCode: 'c',
        name: 'Amani',
        typeCode: 'clinic',
        parentId: null,
        locationData: { beds: '007' },
      },
    ],
    assignments: [{ userId: 'u1', locationId: 'c' }],
  },
  userFields: [],
  tables: [],
  settings: noSettings,
};

export const towns: FullLookupTable = {
  code: 'town',
  forEverybody: false,
  columns: [
    { name: 'code', isAttribute: true, isIndexed: true },
    { name: 'name', isAttribute: false, isIndexed: false },
  ],
  rows: [
    { values: { code: 'm', name: 'Moshi' }, owners: ['c', 'u1'] },
    { values: { code: 'a' }, owners: ['a', 'b'] },
    { values: { code: '007', name: '=x' }, owners: [] },
  ],
};
