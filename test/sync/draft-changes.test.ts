import { expect } from 'chai';
import { draftChanges } from '../../src/sync/draft-changes.ts';
import { aCase } from '../case/a-case.ts';

const amina = aCase('p1', { caseName: 'Amina', properties: { village: 'Bo', risk: 'low' } });
const draft = { formVersion: '3', openedWith: [amina] };

describe('what has changed since a draft was begun', () => {
  it('is nothing while form and case are as they were', () => {
    expect(draftChanges(draft, () => ({ ...amina, lastModified: 'later' }), '3')).to.deep.equal([]);
  });

  it('is the version of the form, where it is known on both sides', () => {
    const changes = draftChanges(draft, () => amina, '4');
    expect(changes).to.deep.equal([{ kind: 'form', before: '3', now: '4' }]);
    expect(draftChanges(draft, () => amina)).to.deep.equal([]);
    expect(draftChanges({ openedWith: [amina] }, () => amina, '4')).to.deep.equal([]);
  });

  it('is each property that is another, is new or is gone, with name and owner', () => {
    const now = {
      ...amina,
      caseName: 'Amina D.',
      ownerId: 'g2',
      properties: { village: 'Kenema', weeks: '20' },
    };
    const changes = draftChanges(draft, () => now);
    expect(changes).to.deep.equal(
      [
        ['village', 'Bo', 'Kenema'],
        ['risk', 'low', ''],
        ['case_name', 'Amina', 'Amina D.'],
        ['owner_id', 'u1', 'g2'],
        ['weeks', '', '20'],
      ].map(([property, before, is]) => ({
        ...{ kind: 'property', caseName: 'Amina', property, before },
        now: is,
      })),
    );
  });

  it('is that a case was closed, or is not here any more', () => {
    const closed = draftChanges(draft, () => ({ ...amina, status: 'closed' }));
    expect(closed).to.deep.equal([{ kind: 'caseClosed', caseName: 'Amina' }]);
    expect(draftChanges(draft, () => undefined)).to.deep.equal([
      { kind: 'caseGone', caseName: 'Amina' },
    ]);
  });

  it('is not known of a draft that does not say how it was', () => {
    expect(draftChanges({}, () => undefined, '4')).to.deep.equal([]);
  });
});
