import type { CaseCondition, FormDocument, OpenCase, Subcase } from './app-document.ts';
import { AFTERWARDS, OPERATORS } from './app-document.ts';
import { checkPropertyName, readCaseType } from './case-names.ts';
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
  'subcases',
  'afterwards',
];
const SUBCASE_MEMBERS = [
  'case_type',
  'name_question',
  'case_properties',
  'condition',
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
    updateCase: optional(members, 'update_case', readProperties, {}),
    closeCase: optional(members, 'close_case', readCloseCase, undefined),
    casePreload: optional(members, 'case_preload', readPreload, {}),
    subcases: optional(members, 'subcases', readSubcases, []),
    afterwards: optional(members, 'afterwards', (to) => to.oneOf(AFTERWARDS), 'home'),
  };
  checkActions(form, reader);
  return form;
}

function checkActions(form: FormDocument, reader: JsonReader): void {
  const { requires, openCase, updateCase, closeCase, casePreload } = form;
  const uses = (what: string) =>
    reader.report(
      `The form ${what}, and there is no case that it could.`,
      'Write "requires": "case", or open a case with “open_case”.',
    );
  if (requires === 'case' && openCase !== undefined) {
    reader.report(
      'The form requires a case and opens one too.',
      'Leave out “requires” for a registration; further cases are “subcases”.',
    );
  }
  if (requires === 'case') return;
  if (Object.keys(updateCase).length > 0 && openCase === undefined) uses('updates a case');
  if (closeCase !== undefined && openCase === undefined) uses('closes a case');
  if (Object.keys(casePreload).length > 0) uses('loads case properties');
}

function readOpenCase(reader: JsonReader): OpenCase | undefined {
  const members = reader.object(['name_question', 'external_id', 'condition']);
  const condition = optional(members, 'condition', readCondition, ALWAYS);
  const nameQuestion = required(reader, members, 'name_question', readQuestion);
  const externalIdQuestion = optional(members, 'external_id', readQuestion, undefined);
  return condition && { nameQuestion, externalIdQuestion, condition };
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

function readProperties(reader: JsonReader): Record<string, string> {
  const questions: Record<string, string> = {};
  for (const [property, question] of reader.members()) {
    checkPropertyName(property, question);
    questions[property] = readQuestion(question);
  }
  return questions;
}

function readPreload(reader: JsonReader): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [question, property] of reader.members()) {
    properties[question] = property.string();
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
    nameQuestion: required(reader, members, 'name_question', readQuestion),
    properties: optional(members, 'case_properties', readProperties, {}),
    referenceId: optional(members, 'reference_id', (id) => id.string(), 'parent'),
    relationship: optional(members, 'relationship', readRelationship, 'child' as const),
    repeatContext: optional(members, 'repeat_context', readQuestion, undefined),
  };
  return condition && { ...subcase, condition };
}

function readRelationship(reader: JsonReader): 'child' | 'extension' {
  return reader.oneOf(['child', 'extension']);
}
