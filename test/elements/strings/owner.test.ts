import { expect } from 'chai';
import type { ComputedOwnerRule } from '../../../src/case/ownership/sharing-rules.ts';
import type { NoCandidateReason } from '../../../src/case/ownership/no-candidate-reason.ts';
import type { OwnerCandidate } from '../../../src/case/ownership/owner-candidate.ts';
import type { OwnerProblem } from '../../../src/case/ownership/owner-resolution.ts';
import { en } from '../../../src/elements/strings/en.ts';
import { fr } from '../../../src/elements/strings/fr.ts';
import { INTERFACE_LANGUAGES } from '../../../src/elements/strings/interface-languages.ts';

const names = { user: 'david', app: 'Maternal health', caseTypeLabel: (type: string) => type };

const NONE: NoCandidateReason = { kind: 'noMembership' };

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
      const problem: OwnerProblem = {
        kind: 'noCandidate',
        creates: creating(...caseTypes),
        reason: NONE,
      };
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

  const situations: readonly [NoCandidateReason, RegExp, RegExp][] = [
    [NONE, /you do not belong to one yet/, /Add me to one group that has case sharing/],
    [
      { kind: 'onlyNonSharingGroups', groups: [{ id: 'r', name: 'Reports' }] },
      /You belong to the group Reports, where nothing is shared/,
      /Switch case sharing on in the group Reports/,
    ],
    [
      { kind: 'onlyNonOwningLocations', locations: [{ id: 'o', name: 'Office', level: 'Admin' }] },
      /You work for the location Office, where nothing can be kept/,
      /Tick “Owns Cases” in the organization level “Admin”/,
    ],
    [
      {
        kind: 'viewOnlyWithoutChildren',
        locations: [{ id: 'd', name: 'West', level: 'District' }],
      },
      /which only sees what the places below have/,
      /Add a location that owns cases below the location West/,
    ],
  ];
  for (const [reason, why, remedy] of situations) {
    it(`tell ${reason.kind} apart, with its own remedy`, () => {
      const text = en.owner.explain({ kind: 'noCandidate', creates: creating('x'), reason }, names);
      expect(text.why).to.match(why);
      expect(text.report).to.match(remedy);
      expect(text.fixes[0]).to.match(new RegExp(remedy.source.replace(' me ', ' david ')));
    });
  }

  it('say which locations count only because those below can be seen', () => {
    const below = candidates('location', 'Post 1', 'Post 2').map((post): OwnerCandidate => {
      return { ...post, via: { kind: 'descendant', of: { id: 'c', name: 'Clinic' } } };
    });
    const text = en.owner.explain(between(...candidates('location', 'Clinic'), ...below), names);
    expect(text.why).to.contain('see the cases of two locations below yours, Post 1 and Post 2');
    expect(text.report).to.contain('- Post 1 (location, by “View Child Data” of Clinic)');
    expect(text.fixes).to.have.length(2);
    expect(text.fixes[1]).to.match(/^Untick “View Child Data” .* location Clinic/);
  });

  it('say what a rule of the app has found, and where to put it right', () => {
    const creates = creating('patient');
    const text = (rule: ComputedOwnerRule, found: readonly string[] = []) =>
      en.owner.explain({ kind: 'noComputedOwner', creates, computed: { rule, found } }, names);
    const level = text({ kind: 'location', level: 'clinic' });
    expect(level.why).to.contain('your place at the level “clinic”');
    expect(level.fixes[0]).to.match(
      /^Assign david to a location of the organization level “clinic”/,
    );
    expect(level.report).to.contain('finds no owner for me').and.contain('case_owners');
    const xpath = text({ kind: 'expression', xpath: '/data/who' }, ['a', 'b']);
    expect(xpath.why).to.contain('which has found 2');
    expect(xpath.report).to.contain('2 owners (a, b)').and.contain('/data/who');
    expect(xpath.fixes).to.have.length(1);
  });

  it('leave out what is not known', () => {
    const unknown = { ...names, user: '', app: '' };
    const { report } = en.owner.explain(
      { kind: 'noCandidate', creates: creating('patient'), reason: NONE },
      unknown,
    );
    expect(report).to.not.contain('My user name').and.not.contain('in the app');
  });
});

describe('French sentences about an owner', () => {
  it('say what a rule of the app has found', () => {
    const creates = creating('patient');
    const computed = { rule: { kind: 'location', level: 'clinique' }, found: [] } as const;
    const text = fr.owner.explain({ kind: 'noComputedOwner', creates, computed }, names);
    expect(text.why).to.contain('votre lieu du niveau « clinique »');
    expect(text.fixes[0]).to.contain('Affecter david');
    expect(text.report).to.contain('n’en trouve aucun');
  });

  it('elide before a vowel and need no gender', () => {
    const title = (caseType: string) =>
      fr.owner.explain({ kind: 'noCandidate', creates: creating(caseType), reason: NONE }, names)
        .title;
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

const place = { id: 'w', name: 'West', level: 'District' };
const creates = creating('patient');

const problems: readonly (readonly [string, OwnerProblem, readonly string[]])[] = [
  ['nobody', { kind: 'noCandidate', creates, reason: NONE }, []],
  [
    'a group that does not share',
    {
      kind: 'noCandidate',
      creates,
      reason: { kind: 'onlyNonSharingGroups', groups: [{ id: 'r', name: 'Reports' }] },
    },
    ['Reports'],
  ],
  [
    'a level that does not own',
    {
      kind: 'noCandidate',
      creates,
      reason: { kind: 'onlyNonOwningLocations', locations: [place] },
    },
    ['West', 'District', 'Owns Cases'],
  ],
  [
    'a level that only views',
    {
      kind: 'noCandidate',
      creates,
      reason: { kind: 'viewOnlyWithoutChildren', locations: [place] },
    },
    ['West', 'District', 'View Child Data'],
  ],
  [
    'several',
    between(...candidates('group', 'Village A', 'Village B'), ...candidates('location', 'Post 1')),
    ['Village A', 'Village B', 'Post 1', 'owner_id'],
  ],
  [
    'a rule that finds two',
    {
      kind: 'noComputedOwner',
      creates,
      computed: { rule: { kind: 'expression', xpath: '/data/who' }, found: ['a1', 'b2'] },
    },
    ['/data/who', 'a1', 'b2', 'case_owners'],
  ],
];

for (const { name, load } of INTERFACE_LANGUAGES) {
  describe(`sentences about an owner in ${name}`, () => {
    for (const [which, problem, named] of problems) {
      it(`name for ${which} what the supervisor has to find`, async () => {
        const { explain } = (await load()).owner;
        const text = explain(problem, names);
        for (const word of [...named, 'david', 'Maternal health', 'patient']) {
          expect(text.report).to.contain(word);
        }
        expect(text.title).to.contain('patient');
        const all = [text.title, text.why, ...text.ways, ...text.fixes, text.report];
        for (const each of all) expect(each).to.not.match(/undefined|\[object|^\s*$/);
      });
    }
  });
}
