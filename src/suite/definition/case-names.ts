import type { JsonReader } from './json-reader.ts';

/** Property names that CommCare keeps for itself. `name`, `owner_id` and `external_id` are allowed and special. */
const RESERVED = new Set(
  (
    'actions case_name case_type case_type_id closed closed_on date date-opened date_opened doc_type domain ' +
    'external-id index indices initial_processing_complete modified_on opened_on referrals server_modified_on ' +
    'status type user_id version xform_id xform_ids'
  ).split(' '),
);

const PROPERTY_NAME = /^[a-zA-Z][\w-]*$/;
/** A property of the case, or of one that is found over its indices: `parent/phone`. */
const PROPERTY_PATH = /^[a-zA-Z][\w-]*(\/[a-zA-Z][\w-]*)*$/;
const MAX_LENGTH = 255;

/** Case types of CommCare's own, with what may be done instead of opening one. */
const RESERVED_TYPES: Readonly<Record<string, string>> = {
  'commcare-user':
    'The server keeps one such case for each user: save to it with “usercase_update”.',
  'user-owner-mapping-case': 'Choose another name.',
};

/** Properties of the user's own case by which the server finds it. */
const KEPT_BY_SERVER = ['hq_user_id', 'owner_id', 'external_id'];

/** Reports a name that cannot be written as a property of a case that the form makes. */
export function checkPropertyName(name: string, reader: JsonReader): void {
  if (PROPERTY_NAME.test(name) && name.length <= MAX_LENGTH) return checkWord(name, reader);
  const remedy = name.includes('/')
    ? 'A case that is only being made has no cases above it yet: name a property of its own.'
    : LETTERS;
  reader.report(`“${name}” cannot be the name of a case property.`, remedy, ILLEGAL);
}

/** The same for a case that there is, whose parents can be written to as well: `parent/phone`. */
export function checkPropertyPath(path: string, reader: JsonReader): void {
  const { property } = splitPropertyPath(path);
  if (PROPERTY_PATH.test(path) && property.length <= MAX_LENGTH) return checkWord(property, reader);
  reader.report(`“${path}” cannot be the name of a case property.`, LETTERS, ILLEGAL);
}

/** The same for the user's own case. */
export function checkUsercaseProperty(name: string, reader: JsonReader): void {
  if (!KEPT_BY_SERVER.includes(name)) return checkPropertyName(name, reader);
  const message = `“${name}” of the user's own case is kept by the server.`;
  reader.report(message, 'Choose another name.', RESERVED_WORD);
}

/** Reports a path that no property can be read by; all properties can be, those that CommCare keeps for itself, too. */
export function checkReadablePath(path: string, reader: JsonReader): void {
  if (path === '' || PROPERTY_PATH.test(path)) return;
  reader.report(`“${path}” cannot be the name of a case property.`, LETTERS, ILLEGAL);
}

const LETTERS = 'Begin with a letter and use only letters, digits, _ and -.';
const ILLEGAL = 'update_case word illegal';
const RESERVED_WORD = 'update_case uses reserved word';

function checkWord(name: string, reader: JsonReader): void {
  if (!RESERVED.has(name)) return;
  reader.report(
    `“${name}” is a word that CommCare keeps for itself.`,
    name === 'case_name' ? 'Write “name” to change the name of the case.' : 'Choose another name.',
    RESERVED_WORD,
  );
}

/** Reads a case type. */
export function readCaseType(reader: JsonReader): string {
  const type = reader.string();
  if (type !== '' && (!/^[\w-]+$/.test(type) || type.length > MAX_LENGTH)) {
    reader.report(`“${type}” cannot be a case type.`, 'Use only letters, digits, _ and -.');
  }
  const reserved = RESERVED_TYPES[type];
  if (reserved !== undefined)
    reader.report(`“${type}” is a case type of CommCare's own.`, reserved);
  return type;
}

/** A property path apart: over which indices, and which property of the case there. */
export function splitPropertyPath(path: string): { indices: string[]; property: string } {
  const steps = path.split('/');
  return { indices: steps.slice(0, -1), property: steps.at(-1) ?? '' };
}

/** Where a property stands in a case as XPath sees it, relative to the case. */
export function propertyPath(property: string): string {
  if (property === 'name') return 'case_name';
  const isAttribute = ['owner_id', 'external_id', 'status', 'case_id', 'case_type'];
  return isAttribute.includes(property) ? `@${property}` : property;
}
