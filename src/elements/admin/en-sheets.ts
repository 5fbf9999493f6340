import { faultText } from '../../sheets/sheet-problem.ts';
import { list, number, plural } from '../strings/words.ts';
import type { SheetStrings } from './sheet-strings.ts';

const count = (value: number, one: string, other: string) =>
  `${number('en', value)} ${plural('en', value, one, other)}`;

/** Ten of them, and the number of the others. */
function some(names: readonly string[]): string {
  const rest = names.length - 10;
  return list('en-GB', rest > 1 ? [...names.slice(0, 10), `${rest} others`] : names);
}

export const sheetsEn: SheetStrings = {
  hint: 'Change many things at once in a spreadsheet: export, edit, import. Nothing is changed before you have seen what would be.',
  export: 'Export',
  exportHint: 'What you export can be imported again. Passwords are never exported.',
  exportAll: 'Everything as one Excel file',
  csv: 'CSV',
  template: 'Empty template',
  import: 'Import',
  choose: 'Excel or CSV files',
  chooseHint:
    'Rows that are not in the file stay as they are, and so does what the file has no column for. An empty cell clears.',
  kinds: {
    people: 'People',
    groups: 'Groups',
    levels: 'Organization levels',
    locations: 'Locations',
    table: 'Lookup table',
  },
  kindOf: (sheet) => `“${sheet}” holds`,
  made: (names) => `${count(names.length, 'new', 'new')}: ${some(names)}`,
  changed: (names) => `${count(names.length, 'changed', 'changed')}: ${some(names)}`,
  left: (rows) => `${count(rows, 'row is', 'rows are')} so already.`,
  nothing: 'This file changes nothing.',
  faults: (faults) =>
    `${count(faults, 'thing has', 'things have')} to be put right in the file before it can be imported`,
  sheet: 'Sheet',
  row: 'Row',
  column: 'Column',
  what: 'What is wrong',
  fault: faultText,
  more: (faults) => `And ${number('en', faults)} more.`,
  run: 'Import',
  done: (changes) => `Imported: ${count(changes, 'change was', 'changes were')} made.`,
  columns: 'Columns',
  meaning: 'What it holds',
  meanings: {
    user_id: 'Stays with the person also when the username changes. Leave it empty for new people.',
    username: 'To sign in with. Needed.',
    name: 'First and last name in one, where they have no columns of their own.',
    first_name: 'First name.',
    last_name: 'Last name.',
    password: 'At least 8 characters; needed for new people. Empty: stays as it is.',
    kind: 'mobile or web. Web users share cases through locations only.',
    role: 'worker or admin.',
    language: 'Code of the language, such as en.',
    is_active: 'yes or no. Who is not active cannot sign in.',
    location_code: 'Site codes, one a column; the first is the primary location.',
    group: 'Names of groups, one a column.',
    data: 'What the project wants to know; the name stands behind the colon.',
    group_id: 'Stays with the group also when its name changes. Leave it empty for new groups.',
    'groups.name': 'What the group is called. Needed.',
    case_sharing: 'yes or no: whether its members share the cases that they register.',
    delete: 'yes removes the group. Its cases are kept.',
    code: 'A short name that stays. Needed.',
    'levels.name': 'What the level is called.',
    owns_cases: 'yes or no.',
    view_child_data: 'yes or no.',
    location_id:
      'Stays with the location also when its site code changes. Leave it empty for new ones.',
    site_code: 'A short name that no other location has. Needed.',
    'locations.name': 'What the location is called. Needed.',
    level: 'Code or name of its organization level.',
    parent_code: 'Site code of the location above; empty at the top.',
    external_id: 'Its id in another system.',
    latitude: 'Degrees north, such as -3.35.',
    longitude: 'Degrees east.',
    is_archived: 'yes or no. What is below is archived with it.',
  },
  tableHint:
    'The sheet of a lookup table is called as the table is and holds all of its rows; one column for each of the table’s (attributes begin with @), then user 1, group 1, location 1 for those who receive the row.',
};
