import { expect } from 'chai';
import { createProject } from '../../src/server/directory/create-project.ts';
import {
  parseProjectDefinition,
  ProjectDefinitionError,
} from '../../src/server/directory/project-definition.ts';
import { readState } from '../../src/server/directory/change-project.ts';
import { selectLookupRows } from '../../src/server/sql/lookup-tables.ts';
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

  it('brings user fields and lookup tables, whose rows go to whom they name', async () => {
    const database = await openTestDatabase(databaseKinds[0]!.open);
    const definition = parse({
      userFields: [{ name: 'zone', label: 'Zone', choices: ['north', 'south'] }],
      lookupTables: [
        {
          code: 'town',
          forEverybody: false,
          columns: [{ name: 'name' }],
          rows: [{ values: { name: 'Moshi' }, users: ['ann'] }, { values: { name: 'Arusha' } }],
        },
      ],
    });
    const projectId = await createProject(database, definition, new Date(0));
    const { users, userFields, tables } = await readState(database, projectId);
    expect(userFields.map(({ name, choices }) => [name, choices])).to.deep.equal([
      ['zone', ['north', 'south']],
    ]);
    expect(tables.map(({ code }) => code)).to.deep.equal(['town']);
    expect(await selectLookupRows(database, projectId, 'town')).to.deep.equal([
      { values: { name: 'Moshi' }, owners: [users[0]!.userId] },
      { values: { name: 'Arusha' }, owners: [] },
    ]);
    await database.close();
  });

  it('refuses a lookup table that contradicts itself, or whose row names a group that is not there', async () => {
    const database = await openTestDatabase(databaseKinds[0]!.open);
    const table = { code: 'town', columns: [{ name: 'name' }], rows: [{ values: { size: '7' } }] };
    const attempt = (row: object) =>
      createProject(
        database,
        parse({ lookupTables: [{ ...table, rows: [{ values: {}, ...row }] }] }),
        new Date(0),
      ).catch((error: Error) => error.message);
    expect(await attempt({ values: { size: '7' } })).to.contain('no column size');
    expect(await attempt({ groups: ['G'] })).to.contain('the lookup table town names the group G');
    await database.close();
  });

  const parse = (more: object) =>
    parseProjectDefinition(
      JSON.stringify({ domain: 'd', name: 'D', users: [user], ...more }),
      'project.json',
    );
});
