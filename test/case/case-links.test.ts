import { expect } from 'chai';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { packCases } from '../../src/case/database/packed-cases.ts';
import { aCase, child, extension } from './a-case.ts';

describe('who points to a case', () => {
  it('follows the database as cases come, change and go', () => {
    const database = new CaseDatabase([aCase('h'), aCase('c', { indices: [child('h')] })]);
    expect([...database.links.carriersOf('h')]).to.deep.equal(['c']);
    database.put([aCase('e', { indices: [extension('h')] }), aCase('c', { indices: [] })]);
    expect([...database.links.carriersOf('h')]).to.deep.equal(['e']);
    expect([...database.links.extensionsOf('h')]).to.deep.equal(['e']);
    database.remove(['e']);
    expect([...database.links.carriersOf('h')]).to.deep.equal([]);
    expect([...database.links.extensionsOf('h')]).to.deep.equal([]);
    database.load([{ places: [1], cases: packCases([aCase('x', { indices: [child('h')] })]) }]);
    expect([...database.links.carriersOf('h')]).to.deep.equal(['x']);
  });

  it('counts a child and an extension index to one case as child', () => {
    const both = aCase('b', { indices: [child('h'), extension('h')] });
    const { links } = new CaseDatabase([aCase('h'), both]);
    expect([...links.carriersOf('h')]).to.deep.equal(['b']);
    expect([...links.extensionsOf('h')]).to.deep.equal([]);
  });
});
