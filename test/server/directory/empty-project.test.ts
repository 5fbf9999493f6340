import { expect } from 'chai';
import { emptyProject } from '../../../src/server/directory/empty-project.ts';
import { ProjectDefinitionError } from '../../../src/server/directory/project-definition.ts';

describe('an empty project', () => {
  it('has one administrator and nothing else, and a domain that can stand in addresses', () => {
    const { users, groups, locations, ...project } = emptyProject(
      'Santé Amani (Nord)',
      'long enough',
    );
    expect(project).to.include({ name: 'Santé Amani (Nord)', domain: 'sante-amani-nord' });
    expect(users.map(({ username, role }) => [username, role])).to.deep.equal([['admin', 'admin']]);
    expect([...groups, ...locations]).to.deep.equal([]);
  });

  it('cannot be called by signs alone', () => {
    expect(() => emptyProject('···', 'long enough')).to.throw(ProjectDefinitionError, '“···”');
  });

  it('cannot have a name that no project can have, and says how long one may be', () => {
    const name = 'a'.repeat(256);
    expect(() => emptyProject(name, 'long enough')).to.throw(
      ProjectDefinitionError,
      'at most 255 characters, not 256',
    );
  });
});
