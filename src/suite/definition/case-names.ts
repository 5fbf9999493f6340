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
const MAX_LENGTH = 255;

/** Case types of CommCare's own, with what may be done instead of opening one. */
const RESERVED_TYPES: Readonly<Record<string, string>> = {
  'commcare-user': 'The server keeps one such case for each user; forms can only read it.',
  'user-owner-mapping-case': 'Choose another name.',
};

/** Reports a name that cannot be written as a case property. */
export function checkPropertyName(name: string, reader: JsonReader): void {
  if (!PROPERTY_NAME.test(name) || name.length > MAX_LENGTH) {
    reader.report(
      `“${name}” cannot be the name of a case property.`,
      'Begin with a letter and use only letters, digits, _ and -.',
    );
  } else if (RESERVED.has(name)) {
    reader.report(
      `“${name}” is a word that CommCare keeps for itself.`,
      name === 'case_name'
        ? 'Write “name” to change the name of the case.'
        : 'Choose another name.',
    );
  }
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

/** Where a property stands in a case as XPath sees it, relative to the case. */
export function propertyPath(property: string): string {
  if (property === 'name') return 'case_name';
  const isAttribute = ['owner_id', 'external_id', 'status', 'case_id', 'case_type'];
  return isAttribute.includes(property) ? `@${property}` : property;
}
