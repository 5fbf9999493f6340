import type { DefinitionProblem } from './app-definition-error.ts';
import type { AppDocument, ModuleDocument } from './app-document.ts';
import { OWNER_POLICIES, OWNER_REVIEWS } from './app-document.ts';
import { readCaseType } from './case-names.ts';
import type { JsonReader } from './json-reader.ts';
import { JsonReader as Reader, optional, required } from './json-reader.ts';
import { readCaseOwners } from './read-case-owners.ts';
import { readDetail } from './read-detail.ts';
import { readForm } from './read-form.ts';

const APP_MEMBERS = [
  'id',
  'name',
  'version',
  'languages',
  'case_sharing',
  'owner_policy',
  'owner_review',
  'case_owners',
  'properties',
  'modules',
];
const MODULE_MEMBERS = [
  'name',
  'case_type',
  'relevant',
  'image',
  'case_list',
  'case_detail',
  'filters',
  'empty_text',
  'parent_module',
  'forms',
];

/** Reads the content of an `app.json`. Everything that is wrong is added to `problems`. */
export function readAppDocument(json: unknown, problems: DefinitionProblem[]): AppDocument {
  const reader = new Reader(json, '', problems);
  const members = reader.object(APP_MEMBERS);
  return {
    id: required(reader, members, 'id', (id) => id.string()),
    name: required(reader, members, 'name', (name) => name.localized()),
    version: optional(members, 'version', (version) => version.integer(), 1),
    languages: optional(members, 'languages', readLanguages, ['en']),
    caseSharing: optional(members, 'case_sharing', (sharing) => sharing.boolean(), false),
    ownerPolicy: optional(members, 'owner_policy', (p) => p.oneOf(OWNER_POLICIES), 'strict'),
    ownerReview: optional(members, 'owner_review', (r) => r.oneOf(OWNER_REVIEWS), 'unseen'),
    caseOwners: optional(members, 'case_owners', readCaseOwners, new Map()),
    properties: optional(members, 'properties', readStrings, {}),
    modules: required(reader, members, 'modules', readModules),
  };
}

function readLanguages(reader: JsonReader): string[] {
  const languages = reader.list().map((language) => language.string());
  if (languages.length === 0) reader.report('There is no language.', 'Name at least one, as "en".');
  return languages;
}

/** An object whose members are all texts. */
export function readStrings(reader: JsonReader): Record<string, string> {
  return Object.fromEntries([...reader.members()].map(([name, text]) => [name, text.string()]));
}

function readModules(reader: JsonReader): ModuleDocument[] {
  const modules = reader.list().map(readModule);
  for (const [index, { parentModule }] of modules.entries()) {
    if (parentModule !== undefined && (modules[parentModule] ?? index) === index) {
      reader.report(
        `Module ${index} names module ${parentModule} as its parent, which is none.`,
        'Write the position of another module in the list, counted from 0.',
      );
    }
  }
  return modules;
}

function readModule(reader: JsonReader): ModuleDocument {
  const members = reader.object(MODULE_MEMBERS);
  const module: ModuleDocument = {
    place: reader.place,
    name: required(reader, members, 'name', (name) => name.localized()),
    caseType: required(reader, members, 'case_type', readCaseType),
    relevant: optional(members, 'relevant', (relevant) => relevant.string(), undefined),
    image: optional(members, 'image', (image) => image.string(), undefined),
    caseList: optional(members, 'case_list', readDetail, undefined),
    caseDetail: optional(members, 'case_detail', (pages) => pages.list().map(readDetail), []),
    filters: optional(members, 'filters', (list) => list.list().map((one) => one.string()), []),
    emptyText: optional(members, 'empty_text', (text) => text.localized(), undefined),
    parentModule: optional(members, 'parent_module', (index) => index.integer(), undefined),
    forms: required(reader, members, 'forms', (forms) => forms.list().map(readForm)),
  };
  checkCaseList(module, reader);
  return module;
}

function checkCaseList({ caseList, forms }: ModuleDocument, reader: JsonReader): void {
  if (caseList !== undefined || !forms.some((form) => form.requires === 'case')) return;
  reader.report(
    'A form here requires a case, and there is no “case_list” to choose it from.',
    'Add a “case_list” with at least one column.',
  );
}
