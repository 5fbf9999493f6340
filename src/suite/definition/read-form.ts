import type {
  CaseCondition,
  FormDocument,
  OpenCase,
  SavedAnswer,
  SavedProperties,
  Subcase,
} from './app-document.ts';
import { AFTERWARDS, OPERATORS, UPDATE_MODES } from './app-document.ts';
import {
  checkPropertyName,
  checkPropertyPath,
  checkReadablePath,
  checkUsercaseProperty,
  readCaseType,
  splitPropertyPath,
} from './case-names.ts';
import type { JsonReader } from './json-reader.ts';
import { optional, required } from './json-reader.ts';

const FORM_MEMBERS = [
  'name',
  'xform',
  'relevant',
  'requires',
  'open_case',
  'update_case',
  'close_case',
  'case_preload',
  'usercase_update',
  'usercase_preload',
  'subcases',
  'afterwards',
];
const SUBCASE_MEMBERS = [
  'case_type',
  'name_question',
  'case_properties',
  'condition',
  'close_condition',
  'reference_id',
  'relationship',
  'repeat_context',
];

/** Reads one form of a module with its case management. */
export function readForm(reader: JsonReader): FormDocument {
  const members = reader.object(FORM_MEMBERS);
  const form: FormDocument = {
    place: reader.place,
    name: required(reader, members, 'name', (name) => name.localized()),
    xform: required(reader, members, 'xform', (xform) => xform.string()),
    relevant: optional(members, 'relevant', (relevant) => relevant.string(), undefined),
    requires: optional(members, 'requires', (r) => r.oneOf(['none', 'case']), 'none'),
    openCase: optional(members, 'open_case', readOpenCase, undefined),
    updateCase: optional(members, 'update_case', readUpdate, new Map()),
    closeCase: optional(members, 'close_case', readCloseCase, undefined),
    casePreload: optional(members, 'case_preload', readPreload, {}),
    usercaseUpdate: optional(members, 'usercase_update', readUsercase, new Map()),
    usercasePreload: optional(members, 'usercase_preload', readPreload, {}),
    subcases: optional(members, 'subcases', readSubcases, []),
    afterwards: optional(members, 'afterwards', (to) => to.oneOf(AFTERWARDS), 'home'),
  };
  checkActions(form, reader);
  return form;
}

function checkActions(form: FormDocument, reader: JsonReader): void {
  const { requires, openCase, updateCase, closeCase, casePreload } = form;
  if (requires === 'case' && openCase !== undefined) {
    reader.report(
      'The form requires a case and opens one too.',
      'Leave out “requires” for a registration; further cases are “subcases”.',
    );
  }
  if (openCase !== undefined) checkOwnProperties(form, reader);
  if (requires === 'case') return;
  if (openCase === undefined && updateCase.size > 0) needsCase('update', reader);
  if (openCase === undefined && closeCase !== undefined) needsCase('close', reader);
  if (Object.keys(casePreload).length > 0) {
    reader.report(
      'To load case properties you must require a case to begin with.',
      'Write "requires": "case".',
    );
  }
}

function needsCase(what: 'update' | 'close', reader: JsonReader): void {
  reader.report(
    `To ${what} a case you must either open a case or require a case to begin with.`,
    'Write "requires": "case", or open a case with “open_case”.',
  );
}

/** A case that the form opens has no parent before the form is sent. */
function checkOwnProperties({ updateCase }: FormDocument, reader: JsonReader): void {
  for (const path of updateCase.keys()) {
    if (splitPropertyPath(path).indices.length === 0) continue;
    reader.report(
      `The form opens its case, so there is no other case that “${path}” could be saved to.`,
      'Write "requires": "case", or save a property of the new case.',
    );
  }
}

function readOpenCase(reader: JsonReader): OpenCase | undefined {
  const members = reader.object(['name_question', 'external_id', 'condition']);
  const condition = optional(members, 'condition', readCondition, ALWAYS);
  const nameQuestion = readNameQuestion(reader, members);
  const externalIdQuestion = optional(members, 'external_id', readQuestion, undefined);
  return condition && { nameQuestion, externalIdQuestion, condition };
}

/** In the words that CommCare's builder has for it. */
function readNameQuestion(reader: JsonReader, members: ReadonlyMap<string, JsonReader>): string {
  const question = members.get('name_question');
  if (question !== undefined) return readQuestion(question);
  reader.report(
    "Please set 'Name according to question'. This will give each case a 'name' attribute.",
    'Add “name_question” with the path of the question that asks for the name.',
    'case_name required',
  );
  return '';
}

const ALWAYS: CaseCondition = { kind: 'always' };

function readCloseCase(reader: JsonReader): CaseCondition | undefined {
  const members = reader.object(['condition']);
  return optional(members, 'condition', readCondition, ALWAYS);
}

/** `"always"`, `"never"` (then `undefined`), or a question with the answer that it takes. */
function readCondition(reader: JsonReader): CaseCondition | undefined {
  if (reader.value === 'always') return ALWAYS;
  if (reader.value === 'never') return undefined;
  const members = reader.object(['question', 'answer', 'operator']);
  const operator = optional(members, 'operator', (o) => o.oneOf(OPERATORS), '=');
  const question = required(reader, members, 'question', readQuestion);
  if (operator === 'boolean_true') return { kind: 'if', question, operator, answer: '' };
  const answer = required(reader, members, 'answer', (text) => text.string());
  return { kind: 'if', question, operator, answer };
}

function readQuestion(reader: JsonReader): string {
  const path = reader.string();
  if (path !== '' && !/^(\/[\w.-]+)+$/.test(path)) {
    reader.report(`“${path}” is not the path of a question.`, 'Write it as /data/group/question.');
  }
  return path;
}

function readUpdate(reader: JsonReader): SavedProperties {
  return readProperties(reader, checkPropertyPath);
}

function readUsercase(reader: JsonReader): SavedProperties {
  return readProperties(reader, checkUsercaseProperty);
}

function readProperties(
  reader: JsonReader,
  checkName: (name: string, reader: JsonReader) => void,
): SavedProperties {
  const properties = new Map<string, SavedAnswer>();
  for (const [property, answer] of reader.members()) {
    checkName(property, answer);
    properties.set(property, readSavedAnswer(answer));
  }
  return properties;
}

/** The path of a question, alone or with the mode. */
function readSavedAnswer(reader: JsonReader): SavedAnswer {
  if (typeof reader.value === 'string') return { question: readQuestion(reader), mode: 'always' };
  const members = reader.object(['question', 'update_mode']);
  return {
    question: required(reader, members, 'question', readQuestion),
    mode: optional(members, 'update_mode', (mode) => mode.oneOf(UPDATE_MODES), 'always'),
  };
}

function readPreload(reader: JsonReader): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [question, property] of reader.members()) {
    properties[question] = property.string();
    checkReadablePath(properties[question], property);
    if (question.startsWith('/')) continue;
    property.report(
      `“${question}” is not the path of a question.`,
      'Here the question comes first and the property second, as "/data/name": "name".',
    );
  }
  return properties;
}

function readSubcases(reader: JsonReader): Subcase[] {
  return reader
    .list()
    .map(readSubcase)
    .filter((subcase) => subcase !== undefined);
}

function readSubcase(reader: JsonReader): Subcase | undefined {
  const members = reader.object(SUBCASE_MEMBERS);
  const condition = optional(members, 'condition', readCondition, ALWAYS);
  const subcase = {
    place: reader.place,
    caseType: required(reader, members, 'case_type', readCaseType),
    nameQuestion: readNameQuestion(reader, members),
    properties: optional(members, 'case_properties', readOwnProperties, new Map()),
    closeCondition: optional(members, 'close_condition', readCondition, undefined),
    referenceId: optional(members, 'reference_id', readIndexName, 'parent'),
    relationship: optional(members, 'relationship', readRelationship, 'child' as const),
    repeatContext: optional(members, 'repeat_context', readQuestion, undefined),
  };
  return condition && { ...subcase, condition };
}

function readOwnProperties(reader: JsonReader): SavedProperties {
  return readProperties(reader, checkPropertyName);
}

function readIndexName(reader: JsonReader): string {
  const name = reader.string();
  checkPropertyName(name, reader);
  return name;
}

function readRelationship(reader: JsonReader): 'child' | 'extension' {
  return reader.oneOf(['child', 'extension']);
}
