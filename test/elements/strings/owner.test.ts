import { expect } from 'chai';
import type { OwnerCandidate } from '../../../src/case/ownership/owner-candidate.ts';
import type { OwnerProblem } from '../../../src/case/ownership/owner-resolution.ts';
import { en } from '../../../src/elements/strings/en.ts';
import { fr } from '../../../src/elements/strings/fr.ts';

const names = { user: 'david', app: 'Maternal health', caseTypeLabel: (type: string) => type };

function creating(...caseTypes: string[]): OwnerProblem['creates'] {
  return caseTypes.map((caseType) => ({ caseType, ref: '/data/case', source: 'shared' }));
}

function candidates(kind: OwnerCandidate['kind'], ...candidateNames: string[]): OwnerCandidate[] {
  return candidateNames.map((name) => ({ id: name, name, kind }));
}

function between(...among: OwnerCandidate[]): OwnerProblem {
  return { kind: 'manyCandidates', creates: creating('patient'), candidates: among };
}

describe('English sentences about an owner', () => {
  const titles: readonly [string[], string][] = [
    [['patient'], 'You can’t register a patient yet'],
    [['infant'], 'You can’t register an infant yet'],
    [['household', 'member', 'member'], 'You can’t register a household and a member yet'],
    [[''], 'You can’t register a case yet'],
  ];
  for (const [caseTypes, title] of titles) {
    it(`begin with “${title}”`, () => {
      const problem: OwnerProblem = { kind: 'noCandidate', creates: creating(...caseTypes) };
      expect(en.owner.explain(problem, names).title).to.equal(title);
    });
  }

  it('name the groups, the locations, or both', () => {
    const why = (...among: OwnerCandidate[]) => en.owner.explain(between(...among), names).why;
    const end = ', and this form gives the new patient to exactly one.';
    expect(why(...candidates('group', 'Village A', 'Village B'))).to.equal(
      `You belong to two sharing groups, Village A and Village B${end}`,
    );
    expect(why(...candidates('location', 'Clinic', 'Post 1', 'Post 2'))).to.equal(
      `You work for three locations, Clinic, Post 1 and Post 2${end}`,
    );
    expect(why(...candidates('location', 'Clinic'), ...candidates('group', 'Village A'))).to.equal(
      `You belong to the sharing group Village A and work for the location Clinic${end}`,
    );
  });

  it('name six of many, and all of them in the text for the supervisor', () => {
    const all = candidates(
      'location',
      ...Array.from({ length: 14 }, (_, index) => `Post ${index + 1}`),
    );
    const { why, report } = en.owner.explain(between(...all), names);
    expect(why).to.contain(
      '14 locations, Post 1, Post 2, Post 3, Post 4, Post 5, Post 6 and 8 others',
    );
    for (const { name } of all) expect(report).to.contain(`- ${name} (location)\n`);
  });

  it('speak of locations to the supervisor only where there are some', () => {
    const { report } = en.owner.explain(
      between(...candidates('group', 'Village A', 'Village B')),
      names,
    );
    expect(report).to.contain('Keep me in just one of these.').and.not.contain('Owns Cases');
  });

  it('leave out what is not known', () => {
    const unknown = { ...names, user: '', app: '' };
    const { report } = en.owner.explain(
      { kind: 'noCandidate', creates: creating('patient') },
      unknown,
    );
    expect(report).to.not.contain('My user name').and.not.contain('in the app');
  });
});

describe('French sentences about an owner', () => {
  it('elide before a vowel and need no gender', () => {
    const title = (caseType: string) =>
      fr.owner.explain({ kind: 'noCandidate', creates: creating(caseType) }, names).title;
    expect(title('patient')).to.equal('Vous ne pouvez pas encore enregistrer de patient');
    expect(title('enfant')).to.equal('Vous ne pouvez pas encore enregistrer d’enfant');
  });

  it('name groups and locations', () => {
    const all = [
      ...candidates('group', 'Village A'),
      ...candidates('location', 'Poste 1', 'Poste 2'),
    ];
    expect(fr.owner.explain(between(...all), names).why).to.equal(
      'Vous appartenez au groupe de partage Village A et travaillez à deux lieux, Poste 1 et Poste 2, et ce formulaire attribue ce qu’il crée à un seul.',
    );
  });
});
