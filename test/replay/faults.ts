/** One line changed, as somebody might by mistake. `from` stands in the file once. */
export interface Fault {
  /** What is wrong afterwards. */
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function fault(file: string, name: string, from: string, to: string): Fault {
  return { name, file, from, to };
}

const MATERNAL = 'forms/maternal-health';
const VILLAGE = 'forms/village';
const ORGANIZATION = 'forms/organization';
const VISITS = 'forms/visits';

/** Deliberate faults in the sample apps. */
export const APP_FAULTS: readonly Fault[] = [
  fault(
    `${MATERNAL}/register.xml`,
    'asks about the mother without consent',
    `nodeset="/data/mother" relevant="/data/consent = 'yes'"`,
    `nodeset="/data/mother"`,
  ),
  fault(
    `${MATERNAL}/register.xml`,
    'takes a name of one letter',
    'string-length(.) &gt;= 2',
    'string-length(.) &gt;= 1',
  ),
  fault(
    `${MATERNAL}/register.xml`,
    'lets the consent be passed over',
    '<bind nodeset="/data/consent" required="true()"/>',
    '<bind nodeset="/data/consent"/>',
  ),
  fault(
    `${MATERNAL}/register.xml`,
    'counts 290 days to the birth',
    `date(date(/data/pregnancy/lmp) + 280)`,
    `date(date(/data/pregnancy/lmp) + 290)`,
  ),
  fault(
    `${MATERNAL}/register.xml`,
    'asks for earlier births when there were none',
    '/data/pregnancy/births &gt; 0',
    '/data/pregnancy/births &gt;= 0',
  ),
  fault(
    `${MATERNAL}/register.xml`,
    'takes no age for a risk',
    '/data/age_years &gt; 35',
    '/data/age_years &gt; 36',
  ),
  fault(
    `${MATERNAL}/visit.xml`,
    'does not count the visit',
    '/data/visits_before + 1',
    '/data/visits_before',
  ),
  fault(
    `${MATERNAL}/visit.xml`,
    'takes a lower pressure above the upper one',
    ' and . &lt; /data/exam/systolic',
    '',
  ),
  fault(`${MATERNAL}/visit.xml`, 'does not propose today', 'value="today()"', `value="''"`),
  fault(
    `${MATERNAL}/close.xml`,
    'ends the care before somebody is sure',
    `/data/sure = 'yes'`,
    `/data/sure != ''`,
  ),
  fault(
    `${MATERNAL}/close.xml`,
    'takes five children at once',
    '. &gt;= 1 and . &lt;= 4',
    '. &gt;= 1 and . &lt;= 5',
  ),
  fault(`${MATERNAL}/app.json`, 'forgets the village', '"village": "/data/mother/village",', ''),
  fault(`${MATERNAL}/app.json`, 'shares nothing', '"case_sharing": true', '"case_sharing": false'),
  fault(
    `${VILLAGE}/app.json`,
    'gives a reminder to the village',
    '"day": "/data/day", "owner_id": "/data/me"',
    '"day": "/data/day"',
  ),
  fault(
    `${VILLAGE}/app.json`,
    'does not move the household',
    '"update_case": { "owner_id": "/data/village" },',
    '',
  ),
  fault(
    `${VILLAGE}/app.json`,
    'keeps who has left',
    `"update_case": { "left_for": "/data/left_for" },
          "close_case": {},`,
    `"update_case": { "left_for": "/data/left_for" },`,
  ),
  fault(
    `${VILLAGE}/move.xml`,
    'offers the village where the household is',
    '[@id != /data/village_before]',
    '',
  ),
  fault(`${VILLAGE}/visit.xml`, 'takes a visit of tomorrow', 'constraint=". &lt;= today()"', ''),
  fault(
    `${ORGANIZATION}/app.json`,
    'asks nobody',
    '"owner_policy": "ask"',
    '"owner_policy": "strict"',
  ),
  fault(`${ORGANIZATION}/app.json`, 'lets everybody read a private note', '"note": "me",', ''),
  fault(
    `${ORGANIZATION}/app.json`,
    'refers by a child case',
    '"relationship": "extension"',
    '"relationship": "child"',
  ),
  fault(
    `${ORGANIZATION}/app.json`,
    'keeps the referral at the post',
    '"case_properties": { "owner_id": "/data/clinic" },',
    '',
  ),
  fault(
    `${VISITS}/visit.xml`,
    'hands over without being asked',
    `<bind nodeset="/data/hand_over" relevant="/data/moves = 'yes'"/>`,
    '',
  ),
  fault(
    `${VISITS}/meet.xml`,
    'gives whom it meets to the person',
    `calculate="instance('commcaresession')/session/user/data/commcare_location_id"`,
    `calculate="instance('commcaresession')/session/context/userid"`,
  ),
];

const OWNERSHIP = 'src/case/ownership';

/** Deliberate faults in the rules about who owns and who holds cases. */
export const RULE_FAULTS: readonly Fault[] = [
  fault(
    `${OWNERSHIP}/candidates.ts`,
    'lets groups own that do not share',
    '.filter((group) => group.caseSharing)',
    '',
  ),
  fault(
    `${OWNERSHIP}/candidates.ts`,
    'lets locations own on levels that do not',
    '.filter((location) => index.tree.ownsCases(location))',
    '',
  ),
  fault(
    `${OWNERSHIP}/directory-index.ts`,
    'does not count the posts below',
    'this.tree.viewsDescendants(location) ? this.tree.descendants(location) : []',
    '[] as readonly DirectoryLocation[]',
  ),
  fault(
    `${OWNERSHIP}/directory-index.ts`,
    'counts what is below also where it is not viewed',
    'this.tree.viewsDescendants(location) ? this.tree.descendants(location) : []',
    'this.tree.descendants(location)',
  ),
  fault(
    `${OWNERSHIP}/resolve-owner.ts`,
    'takes the first of several',
    'if (second === undefined && isPlain) return first;',
    'if (isPlain) return first;',
  ),
  fault(
    `${OWNERSHIP}/resolve-owner.ts`,
    'never asks',
    `const mayAsk = plan.policy === 'ask' || plan.policy === 'primary';`,
    'const mayAsk = false;',
  ),
  fault(
    `${OWNERSHIP}/resolve-owner.ts`,
    'asks where the app is strict',
    `const mayAsk = plan.policy === 'ask' || plan.policy === 'primary';`,
    'const mayAsk = true;',
  ),
  fault(
    `${OWNERSHIP}/no-candidate-reason.ts`,
    'gives the wrong reason for a group that only reports',
    `if (groups.length === 0) return`,
    `if (groups.length >= 0) return`,
  ),
  fault(
    `${OWNERSHIP}/no-candidate-reason.ts`,
    'gives the wrong reason for a district without posts',
    'return viewing.length > 0',
    'return viewing.length > 9',
  ),
  fault(
    'src/case/closure.ts',
    'keeps what is closed',
    'if (graph.isExtension[n] === 0 && graph.isOpen[n] === 1) available.add(n);',
    'if (graph.isExtension[n] === 0) available.add(n);',
  ),
  fault(
    'src/case/closure.ts',
    'does not bring the extensions along',
    'if (graph.leadsToHost[edge] === 1 && graph.isOpen[carrier] === 1) to.add(carrier);',
    '',
  ),
  fault(
    'src/openrosa/case-differences.ts',
    'never takes a case away',
    'removals: [...holds].filter((caseId) => !live.has(caseId)),',
    'removals: [],',
  ),
  fault(
    'src/openrosa/case-differences.ts',
    'does not send what has changed',
    ' || of.sequence > sequence',
    '',
  ),
  fault(
    'src/openrosa/case-differences.ts',
    'does not say where a case went',
    `.filter(({ status, ownerId }) => status === 'closed' || !ownerIds.has(ownerId))`,
    '.filter(() => false)',
  ),
];
