import { expect } from 'chai';
import { renameInLines } from '../../../src/replay/drift/rename-in-lines.ts';

describe('a renamed question in the lines of a recording', () => {
  const renamed = (line: string, from: string, to: string) => renameInLines(line, { from, to });

  it('gets its new path in every line, and nothing else changes', () => {
    const lines =
      '{ "answer":"/d/people", "value":"/d/pe" }\n{"expect":"/d/people_old"}\n{"submit":true,"invalid":["/d/people"]}';
    expect(renamed(lines, '/d/people', '/d/persons')).to.equal(
      '{ "answer":"/d/persons", "value":"/d/pe" }\n{"expect":"/d/people_old"}\n{"submit":true,"invalid":["/d/persons"]}',
    );
  });

  it('keeps the positions of repeats, also of one that is renamed itself', () => {
    expect(renamed('"/d/child[2]/name"', '/d/child/name', '/d/child/called')).to.equal(
      '"/d/child[2]/called"',
    );
    expect(renamed('"/d/kid[3]/name"', '/d/kid', '/d/child')).to.equal('"/d/child[3]/name"');
  });

  it('keeps those of the part that stays, where a question moves into a group or out of it', () => {
    expect(renamed('"/d/child[2]/name"', '/d/child/name', '/d/child/who/name')).to.equal(
      '"/d/child[2]/who/name"',
    );
    expect(renamed('"/d/child[2]/who[1]/name"', '/d/child/who/name', '/d/child/name')).to.equal(
      '"/d/child[2]/name"',
    );
  });

  it('takes a dot in a name for a dot', () => {
    expect(renamed('"/d/axb" "/d/a.b"', '/d/a.b', '/d/c')).to.equal('"/d/axb" "/d/c"');
  });
});
