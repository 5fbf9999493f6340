import { number, plural } from '../strings/words.ts';
import type { CaseStrings } from './case-strings.ts';

const count = (value: number, one: string, other: string) =>
  `${number('en', value)} ${plural('en', value, one, other)}`;

export const casesEn: CaseStrings = {
  hint: 'All cases of the project, whoever holds them. Cases that nobody sees can be given to somebody.',
  text: 'Name or id',
  type: 'Type',
  anyType: 'Any type',
  status: 'Status',
  any: 'Open or closed',
  open: 'Open',
  closed: 'Closed',
  owner: 'Owner',
  anyOwner: 'Anybody',
  nobody: 'Nobody sees it',
  unnamed: 'No name',
  changed: 'Last changed',
  none: 'No case fits this.',
  more: 'More cases',
  select: (name) => `Select ${name}`,
  selectAll: 'Select all that are shown',
  give: (cases) => `Give ${count(cases, 'case', 'cases')} away`,
  giveTo: 'New owner',
  given: (cases, owner) => `${count(cases, 'case was', 'cases were')} given to ${owner}.`,
  people: 'People',
  groups: 'Groups',
  locations: 'Locations',
  properties: 'What is known',
  property: 'Property',
  value: 'Value',
  history: 'Every form that touched it',
  form: (name, username) => `${name}, by ${username}`,
  project: 'the project itself',
  filledIn: (when) => `filled in ${when}`,
  created: 'opened the case',
  closing: 'closed the case',
  afterClosing: 'came after the case was closed: it stays closed',
  unseen: (username, form) =>
    `Replaces what ${username} had entered (${form}), which had not arrived when this form was filled in.`,
  holds: 'What this person’s devices receive',
  holdsHint: 'As the next sync would bring it. Looking at it changes nothing.',
  holdsCases: (cases) => count(cases, 'case', 'cases'),
  userData: 'Session data',
  tables: 'Lookup tables',
  rowCount: (rows) => count(rows, 'row', 'rows'),
};
