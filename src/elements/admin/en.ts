import { list, number, plural } from '../strings/words.ts';
import type { AdminStrings } from './admin-strings.ts';
import { describeChange } from './describe-change.ts';
import { appsEn } from './en-apps.ts';
import { casesEn } from './en-cases.ts';
import { concernsEn } from './en-concerns.ts';
import { sheetsEn } from './en-sheets.ts';

const count = (value: number, one: string, other: string) =>
  `${number('en', value)} ${plural('en', value, one, other)}`;
const all = (items: readonly string[]) => list('en-GB', items);

/** Three of them, and the number of the others. */
function some(names: readonly string[]): string {
  const rest = names.length - 3;
  return all(rest > 1 ? [...names.slice(0, 3), `${rest} others`] : names);
}

export const en: AdminStrings = {
  title: 'Project settings',
  sections: {
    people: 'People',
    groups: 'Groups',
    levels: 'Organization levels',
    locations: 'Locations',
    fields: 'User data',
    tables: 'Lookup tables',
    apps: 'Apps',
    cases: 'Cases',
    concerns: 'To look at',
    import: 'Import and export',
    settings: 'Project',
    history: 'History',
  },
  toApp: 'To the apps',
  signOut: 'Sign out',
  loading: 'Fetching the settings…',
  passwords: (done, total) =>
    `All else is saved. Passwords: ${number('en', done)} of ${number('en', total)}. Keep this page open.`,
  notAllowed:
    'Only administrators of the project may change its settings. Sign in as one of them, or ask one to make you an administrator.',
  problem: 'This could not be done',
  notThere: 'There is nothing here under this address: it may have been deleted.',
  save: 'Save',
  cancel: 'Cancel',
  add: 'Add',
  search: 'Search',
  none: 'None yet.',
  name: 'Name',
  saved: (name) => `${name} was saved.`,
  deleted: (name) => `${name} was deleted.`,
  remove: 'Remove',
  removeOf: (name) => `Remove ${name}`,
  people: {
    hint: 'Who works in this project, and to whom the cases go that each of them registers in an app that shares cases.',
    add: 'Add a person',
    username: 'Username',
    usernameHint: 'To sign in with: small letters, digits, dot, dash and underscore.',
    firstName: 'First name',
    lastName: 'Last name',
    password: 'Password',
    newPassword: 'New password',
    passwordHint: 'At least 8 characters.',
    newPasswordHint:
      'Leave it empty to keep the old one. A new one signs the person out everywhere.',
    kind: 'Kind of user',
    mobile: 'Mobile worker: shares cases through groups and locations',
    web: 'Web user: shares cases through locations only',
    role: 'May',
    worker: 'Work in the apps',
    admin: 'Also change these settings',
    active: 'Active',
    activeHint: 'Who is not active cannot sign in. Nothing that the person sent is lost.',
    inactive: 'not active',
    groups: 'Groups',
    groupsHint: 'Groups that share cases own what their members register.',
    locations: 'Locations',
    locationsHint: 'The first one is the primary location.',
    primary: 'primary',
    sharing: 'New cases go to',
    sharesWith: (owner) => owner,
    hasToChoose: (owners) => `${count(owners.length, 'owner', 'owners')} possible: ${some(owners)}`,
    nobody: (reason) =>
      ({
        noMembership: 'Nobody: in no group and at no location',
        onlyNonOwningLocations: 'Nobody: the level of the location does not own cases',
        viewOnlyWithoutChildren: 'Nobody: nothing below the location owns cases',
        onlyNonSharingGroups: 'Nobody: the groups do not share cases',
      })[reason],
    notNeeded: 'Not needed: their apps create no cases to share',
    onlyTrouble: 'Only people who cannot register without being asked',
    trouble: (people) =>
      `${count(people, 'person has', 'people have')} not exactly one possible owner. In apps that share cases they are stopped or asked; who only follows up is not concerned.`,
  },
  groups: {
    hint: 'A group with case sharing owns what its members register: all of them see it.',
    add: 'Add a group',
    caseSharing: 'Case sharing',
    caseSharingHint:
      'Its members share the cases that they register. Without it the group is for reports only.',
    sharing: 'shares cases',
    reporting: 'for reports only',
    members: 'Members',
    memberCount: (members) => count(members, 'member', 'members'),
    delete: 'Delete this group',
    deleteHint:
      'Cases that it owns are kept; nobody sees them until they are given to somebody else.',
  },
  levels: {
    hint: 'What the locations of each level may do. A change here concerns every location of the level.',
    add: 'Add a level',
    code: 'Code',
    codeHint: 'Small letters, digits, dash and underscore. It cannot be changed later.',
    ownsCases: 'Owns cases',
    ownsCasesHint: 'Who is assigned to a location of this level shares cases with everybody there.',
    viewDescendants: 'Views child data',
    viewDescendantsHint:
      'Who is assigned to a location of this level sees the cases of all locations below it.',
    yes: 'yes',
    no: 'no',
    locationCount: (places) => count(places, 'location', 'locations'),
    delete: 'Delete this level',
  },
  locations: {
    hint: 'Where people work. Whether a location owns cases is a matter of its level.',
    add: 'Add a location',
    needsLevel: 'Make an organization level first: every location has one.',
    siteCode: 'Site code',
    siteCodeHint: 'Small letters, digits, dot, dash and underscore.',
    level: 'Organization level',
    parent: 'Below',
    top: 'Nothing: it is at the top',
    people: 'People assigned here',
    archived: 'archived',
    archive: 'Archive this location',
    archiveHint:
      'All locations below are archived with it, and nobody stays assigned there. Cases are kept.',
    unarchive: 'Take it out of the archive',
  },
  fields: {
    hint: 'What this project wants to know of its people. Forms read it as session/user/data, and the page of each person asks for it.',
    add: 'Add a question',
    field: (position) => `Question ${position}`,
    label: 'Label',
    name: 'Name in forms',
    nameHint: 'Letters, digits, dash and underscore.',
    choices: 'Choices',
    choicesHint: 'One a line. Leave it empty where anything may be answered.',
    required: 'Has to be answered',
  },
  tables: {
    hint: 'Lists that forms look things up in, such as towns or medicines. Everybody receives them with the next sync.',
    add: 'Add a table',
    codeHint: 'Letters, digits, dash and underscore. It cannot be changed later.',
    use: (code) => `In forms and apps: jr://fixture/item-list:${code}, rows /${code}_list/${code}.`,
    receivers: 'Who receives it',
    everybody: 'everybody',
    owners: 'each row its owners',
    forEverybody: 'Everybody receives all rows',
    forEverybodyHint:
      'Otherwise each row goes to the users, groups and locations that it names; a location’s row also to everybody below.',
    columns: 'Columns',
    columnsHint: 'An indexed column is found faster in long tables.',
    column: (position) => `Column ${position}`,
    addColumn: 'Add a column',
    indexed: 'Indexed',
    attribute: 'Written as an attribute',
    rows: (rows) => count(rows, 'row', 'rows'),
    rowsHint: 'Rows are changed in a spreadsheet:',
    shown: (rows) => `The first ${number('en', rows)} are shown; all of them are in the export.`,
    delete: 'Delete this table',
    deleteHint: 'Forms that look things up in it will find nothing.',
  },
  settings: {
    hint: 'What holds for the whole project.',
    policy: 'Forms that touch more than their sender may',
    policyHint:
      'A form that changes or links to a case which its sender does not hold, or gives one to nobody. What a device held at its last sync counts as held.',
    policies: {
      flag: 'Store them, and list them under “To look at”',
      reject: 'Refuse them: the sender is told why',
      allow: 'Store them without looking',
    },
    closesExtensions: 'Close what hangs on a case with it',
    closesExtensionsHint:
      'When a case is closed, its open extensions are closed, too, whoever owns them.',
    caseSearch: 'Types of cases that everybody may search for',
    caseSearchHint:
      'One a line. Everybody in the project can find and claim cases of these types, whoever owns them.',
    saved: 'The settings of the project were saved.',
  },
  apps: appsEn,
  cases: casesEn,
  concerns: concernsEn,
  sheets: sheetsEn,
  history: {
    hint: 'Who changed these settings, and when.',
    when: 'When',
    who: 'Who',
    what: 'What',
    details: 'Details',
    older: 'Older changes',
    before: 'Before',
    after: 'After',
    describe: describeChange(
      {
        'group.save': (name) => `Saved the group ${name}`,
        'group.delete': (name) => `Deleted the group ${name}`,
        'member.add': (name, other) => `Put ${other} into the group ${name}`,
        'member.remove': (name, other) => `Took ${other} out of the group ${name}`,
        'level.save': (name) => `Saved the level ${name}`,
        'level.delete': (name) => `Deleted the level ${name}`,
        'location.save': (name) => `Saved the location ${name}`,
        'location.archive': (name) => `Archived the location ${name}`,
        'location.unarchive': (name) => `Took the location ${name} out of the archive`,
        'assignments.set': (name, other) =>
          other === '' ? `Took ${name} from all locations` : `Assigned ${name} to ${other}`,
        'user.save': (name) => `Saved ${name}`,
        logInAs: (name) => `Worked as ${name}`,
        'cases.reassign': (owner, cases) => `Gave ${cases} to ${owner}`,
        'user.password': (name) => `Gave ${name} a new password`,
        'userFields.set': (names) => `Asked of people: ${names === '' ? 'nothing' : names}`,
        'table.save': (name) => `Saved the table ${name}`,
        'table.delete': (name) => `Deleted the table ${name}`,
        'settings.set': () => 'Changed the settings of the project',
        'app.upload': (name, version) => `Uploaded ${name}, version ${version}`,
        'app.save': (name) => `Changed the settings of the app ${name}`,
        'app.delete': (name) => `Removed the app ${name}`,
        'table.rows': (name) => `Changed rows of the table ${name}`,
      },
      all,
      (cases) => count(cases, 'case', 'cases'),
    ),
  },
  impact: {
    title: (people) => `This change concerns ${count(people, 'person', 'people')}`,
    registration: {
      blocked: 'can no longer register without being asked or stopped',
      unblocked: 'can register from now on',
      moved: 'registers for another owner',
      same: 'sees other cases',
    },
    gains: (owners) => `comes to ${all(owners)}`,
    loses: (owners) => `leaves ${all(owners)}`,
    cases: (appear, disappear) =>
      [
        ...(appear === 0 ? [] : [`${count(appear, 'case appears', 'cases appear')}`]),
        ...(disappear === 0 ? [] : [`${count(disappear, 'case disappears', 'cases disappear')}`]),
      ].join(', '),
    confirm: 'Make the change',
    cancel: 'Leave it as it is',
  },
};
