import { expect } from 'chai';
import { createProject } from '../../src/server/directory/create-project.ts';
import {
  parseProjectDefinition,
  ProjectDefinitionError,
} from '../../src/server/directory/project-definition.ts';
import { findProject } from '../../src/server/sql/projects.ts';
import { databaseKinds, openTestDatabase } from './test-database.ts';

describe('project definition', () => {
  const user = { username: 'ann', password: 'long enough' };

  function messageOf(definition: unknown): string {
    try {
      parseProjectDefinition(JSON.stringify(definition), 'project.json');
    } catch (error) {
      expect(error).to.be.instanceOf(ProjectDefinitionError);
      return (error as Error).message;
    }
    return expect.fail('it was accepted');
  }

  it('fills in what may be left out', () => {
    const text = JSON.stringify({ domain: 'd', name: 'D', users: [user] });
    const definition = parseProjectDefinition(text, 'project.json');
    expect(definition).to.deep.include({ language: 'en', groups: [], locations: [] });
    expect(definition.users[0]).to.deep.include({ role: 'worker', locations: [] });
  });

  it('lists everything that is wrong, each with its place', () => {
    const message = messageOf({ domain: 'A b', users: [{ ...user, password: 'short' }] });
    expect(message).to.contain('project.json');
    expect(message).to.contain('domain');
    expect(message).to.contain('name');
    expect(message).to.contain('users.0.password');
  });

  it('says where text is no JSON', () => {
    expect(() => parseProjectDefinition('{', 'project.json')).to.throw(/project\.json is not JSON/);
  });

  it('makes nothing of a project in which a group names somebody who is not there', async () => {
    const database = await openTestDatabase(databaseKinds[0]!.open);
    const groups = [{ name: 'G', caseSharing: true, members: ['bob'] }];
    const text = JSON.stringify({ domain: 'd', name: 'D', users: [user], groups });
    const definition = parseProjectDefinition(text, 'project.json');
    const error = await createProject(database, definition, new Date(0)).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(ProjectDefinitionError);
    expect((error as Error).message).to.contain('the group G names the user bob');
    expect(await findProject(database, 'd')).to.equal(undefined);
    await database.close();
  });
});
