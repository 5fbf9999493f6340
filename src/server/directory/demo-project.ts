import type { ProjectDefinition } from './project-definition.ts';

/** The password of every demo user. */
export const DEMO_PASSWORD = 'caseload';

/**
 * What a new server starts with: two villages that share their cases, a nurse who belongs to both (so she has to say
 * whose a new case is) and somebody who belongs to none (so a form that shares cases has nobody to give them to).
 */
export const demoProject: ProjectDefinition = {
  domain: 'village-health',
  name: 'Village health',
  language: 'en',
  apps: undefined,
  users: [
    demoUser('david', 'David', 'Otieno'),
    demoUser('maria', 'Maria', 'Njeri'),
    demoUser('zed', 'Zed', 'Mwangi'),
    demoUser('nurse', 'Nina', 'Achieng'),
    demoUser('lone', 'Leo', 'Kamau'),
  ],
  groups: [
    { name: 'Village A', caseSharing: true, members: ['david', 'maria', 'nurse'] },
    { name: 'Village B', caseSharing: true, members: ['zed', 'nurse'] },
  ],
  locationTypes: [],
  locations: [],
};

function demoUser(
  username: string,
  firstName: string,
  lastName: string,
): ProjectDefinition['users'][number] {
  return {
    username,
    password: DEMO_PASSWORD,
    firstName,
    lastName,
    role: 'worker',
    language: '',
    userData: {},
    locations: [],
  };
}
