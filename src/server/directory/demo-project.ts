import type { ProjectDefinition } from './project-definition.ts';

/** The password of every demo user. */
export const DEMO_PASSWORD = 'caseload';

/**
 * What a new server starts with: the people of all stories that the sample apps in `forms/` tell. Villages share by groups,
 * clinics and posts by the levels of the organization; and there is one user for each reason why a new case may have no
 * clear owner.
 */
export const demoProject: ProjectDefinition = {
  domain: 'village-health',
  name: 'Village health',
  language: 'en',
  apps: undefined,
  caseSearch: [],
  closeExtensions: false,
  submissionPolicy: 'flag',
  userFields: [],
  lookupTables: [],
  users: [
    // Villages: one sharing group each, a nurse who belongs to both, and somebody who belongs to none.
    demoUser('david', 'David', 'Otieno'),
    demoUser('maria', 'Maria', 'Njeri'),
    demoUser('zed', 'Zed', 'Mwangi'),
    demoUser('nurse', 'Nina', 'Achieng'),
    demoUser('lone', 'Leo', 'Kamau'),
    // Organization: workers at their posts, nurses who see the posts below their clinics, the officer of the district.
    demoUser('wanda', 'Wanda', 'Atieno', ['river-post']),
    demoUser('pam', 'Pamela', 'Wairimu', ['hill-post']),
    demoUser('hanna', 'Hanna', 'Chebet', ['amani-clinic']),
    demoUser('ben', 'Ben', 'Kiptoo', ['baraka-clinic']),
    demoUser('omar', 'Omar', 'Hassan', ['north']),
    // Nobody to give a case to: a group that only reports, a place that owns nothing, a district with nothing below.
    demoUser('rita', 'Rita', 'Auma'),
    demoUser('ada', 'Ada', 'Mutua', ['statistics']),
    demoUser('vera', 'Vera', 'Wanjala', ['south']),
    { ...demoUser('admin', 'Anna', 'Muthoni', ['north']), role: 'admin' },
  ],
  groups: [
    { name: 'Village A', caseSharing: true, members: ['david', 'maria', 'nurse'] },
    { name: 'Village B', caseSharing: true, members: ['zed', 'nurse'] },
    { name: 'Monthly report', caseSharing: false, members: ['rita'] },
  ],
  locationTypes: [
    { code: 'district', name: 'District', ownsCases: false, viewDescendants: true },
    { code: 'clinic', name: 'Clinic', ownsCases: true, viewDescendants: true },
    { code: 'post', name: 'Health post', ownsCases: true, viewDescendants: false },
    { code: 'office', name: 'Office', ownsCases: false, viewDescendants: false },
  ],
  locations: [
    place('north', 'North district', 'district'),
    place('amani-clinic', 'Amani clinic', 'clinic', 'north'),
    place('river-post', 'River post', 'post', 'amani-clinic'),
    place('hill-post', 'Hill post', 'post', 'amani-clinic'),
    place('baraka-clinic', 'Baraka clinic', 'clinic', 'north'),
    place('lake-post', 'Lake post', 'post', 'baraka-clinic'),
    place('south', 'South district', 'district'),
    place('statistics', 'Statistics office', 'office'),
  ],
};

function demoUser(
  username: string,
  firstName: string,
  lastName: string,
  locations: readonly string[] = [],
): ProjectDefinition['users'][number] {
  return {
    username,
    password: DEMO_PASSWORD,
    firstName,
    lastName,
    role: 'worker',
    kind: 'mobile',
    language: '',
    userData: {},
    locations: [...locations],
  };
}

function place(
  siteCode: string,
  name: string,
  type: string,
  parent?: string,
): ProjectDefinition['locations'][number] {
  return { siteCode, name, type, archived: false, ...(parent && { parent }) };
}
