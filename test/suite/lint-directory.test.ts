import { expect } from 'chai';
import type { Directory } from '../../src/case/ownership/directory.ts';
import { lintDirectory } from '../../src/suite/lint-directory.ts';
import { singleFormApp } from '../../src/suite/single-form-app.ts';
import { aDirectory } from '../case/ownership/a-directory.ts';

/** The lints of a form that shares its case, or gives it to that owner, for people with these groups and locations. */
function lint(owner: string, people: Readonly<Record<string, readonly string[]>> = {}) {
  const update = owner === '' ? '' : '<update><owner_id/></update>';
  const text = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><model>
    <instance><data xmlns="urn:f"><case xmlns="http://commcarehq.org/case/transaction/v2"><create><case_type>patient</case_type>
    <case_name/><owner_id>${owner === '' ? '' : '-'}</owner_id></create>${update}</case></data></instance>
    ${owner === '' ? '' : `<bind nodeset="/data/case/update/owner_id" calculate="'${owner}'"/>`}</model></h:head><h:body/></h:html>`;
  const app = singleFormApp({ path: 'form.xml', text, title: 'Form', xmlns: 'urn:f' });
  const entries = Object.entries(people);
  const directory: Directory = {
    ...aDirectory({}),
    memberships: entries.flatMap(([userId, ids]) =>
      ids.filter((id) => /^[GR]/.test(id)).map((groupId) => ({ userId, groupId })),
    ),
    assignments: entries.flatMap(([userId, ids]) =>
      ids.filter((id) => !/^[GR]/.test(id)).map((locationId) => ({ userId, locationId })),
    ),
  };
  const users = entries.map(([userId]) => ({ userId, username: userId, kind: 'mobile' as const }));
  return lintDirectory({ ...app, caseSharing: true }, { directory, users });
}

describe('an app beside the people of a project', () => {
  it('tells who would be blocked, each with the typed reason', () => {
    const people = {
      ann: ['G1'],
      ben: ['G1', 'G2'],
      cleo: ['R1'],
      dan: [],
      eve: ['O1'],
      fay: ['C1'],
    };
    const [found, ...others] = lint('', { ...people, gil: ['D2'] });
    expect(others).to.deep.equal([]);
    expect(found).to.deep.include({ kind: 'blockedUsers', file: 'form.xml', place: '/data/case' });
    expect(
      Object.fromEntries(found!.users!.map((user) => [user.username, user.reason])),
    ).to.deep.equal({
      ben: 'manyCandidates',
      cleo: 'onlyNonSharingGroups',
      dan: 'noMembership',
      eve: 'onlyNonOwningLocations',
      fay: 'manyCandidates',
      gil: 'viewOnlyWithoutChildren',
    });
    expect(found?.message).to.contain('6 of 7 users').and.contain('ben (manyCandidates)');
  });

  it('blocks nobody with a form that gives the owner itself', () => {
    expect(lint('G1', { dan: [] })).to.deep.equal([]);
  });

  it('tells an owner that nobody has, and one that owns nothing', () => {
    const kinds = (owner: string) => lint(owner, { ann: ['G1'] }).map(({ kind }) => kind);
    for (const owner of ['G1', 'P1', 'ann']) expect(kinds(owner), owner).to.deep.equal([]);
    expect(kinds('8f2c')).to.deep.equal(['unknownOwner']);
    expect(kinds('R1')).to.deep.equal(['ownsNothing']);
    expect(kinds('D1')).to.deep.equal(['ownsNothing']);
  });
});
