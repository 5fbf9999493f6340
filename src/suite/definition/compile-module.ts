import { SHARING_ASSERTION_KEY } from '../../case/ownership/owner-resolution.ts';
import type { Assertion } from '../assertion.ts';
import type { Detail } from '../detail.ts';
import type { Entry } from '../entry.ts';
import type { Menu } from '../menu.ts';
import { ROOT_MENU } from '../menu.ts';
import type { SessionDatum } from '../session-datum.ts';
import type { StackOperation } from '../stack-operation.ts';
import { textDisplay } from '../suite-text.ts';
import type { AppDocument, FormDocument, ModuleDocument } from './app-document.ts';
import { columnSource, compileCaseDetail, compileCaseList } from './compile-detail.ts';
import { declareInstances } from './known-instances.ts';
import { automaticRules } from './case-owner-rule.ts';
import { newCaseDatums } from './new-case-datums.ts';
import { USERCASE, USERCASE_ID } from './session-case.ts';
import type { StringsBuilder } from './strings-builder.ts';

/** The suite's part of a module. */
export interface CompiledModule {
  readonly menu: Menu;
  readonly details: readonly Detail[];
  /** In the order of the forms. */
  readonly entries: readonly Entry[];
}

/** Compiles a module's menu, lists and entries, with the ids that CommCare's builder gives them. */
export function compileModule(
  app: AppDocument,
  index: number,
  module: ModuleDocument,
  xmlnsOf: (form: FormDocument) => string | undefined,
  strings: StringsBuilder,
): CompiledModule {
  const id = `m${index}`;
  const text = strings.add(`modules.${id}`, module.name);
  const image =
    module.image === undefined ? undefined : ({ kind: 'plain', text: module.image } as const);
  return {
    menu: {
      id,
      root: ROOT_MENU,
      display: { ...textDisplay(text), image },
      style: undefined,
      relevant: module.relevant,
      commands: module.forms.map(({ relevant }, form) => ({ id: `${id}-f${form}`, relevant })),
      instances: declareInstances([module.relevant ?? '']),
      assertions: [],
    },
    details: compileDetails(id, module, strings),
    entries: module.forms.map((form, position) => {
      const commandId = `${id}-f${position}`;
      const name = strings.add(`forms.${id}f${position}`, form.name);
      return {
        ...compileEntry(app, index, form),
        commandId,
        xmlns: xmlnsOf(form),
        text: name,
        display: textDisplay(name),
        stack: form.afterwards === 'module' ? [goTo(id)] : [],
      };
    }),
  };
}

function compileDetails(id: string, module: ModuleDocument, strings: StringsBuilder): Detail[] {
  const { caseList, caseDetail, emptyText, name } = module;
  const title = strings.add(`${id}.case_list.title`, caseList?.title ?? name);
  const details: Detail[] = [];
  if (caseList !== undefined) {
    details.push(compileCaseList(`${id}_case_short`, caseList, title, emptyText, strings));
  }
  if (caseDetail.length > 0) {
    details.push(compileCaseDetail(`${id}_case_long`, caseDetail, title, strings));
  }
  return details;
}

function compileEntry(
  app: AppDocument,
  index: number,
  form: FormDocument,
): Pick<Entry, 'kind' | 'datums' | 'assertions' | 'instances' | 'post'> {
  const module = app.modules[index] as ModuleDocument;
  const datums = [
    ...(form.requires === 'case' ? caseDatums(app, index, 'case_id') : []),
    ...newCaseIds(form, module.caseType),
    ...(usesUsercase(form) ? [USERCASE_DATUM] : []),
  ];
  const assertions = [
    ...(needsSingleOwner(app, form, module.caseType) ? [SHARING_ASSERTION] : []),
    ...(usesUsercase(form) ? [USERCASE_ASSERTION] : []),
  ];
  return {
    kind: 'form',
    datums,
    assertions,
    instances: declareInstances(expressionsOf(module, form, datums, assertions)),
    post: undefined,
  };
}

/** As CommCare has it; where the app may ask, more than one candidate is no reason to stop. */
function needsSingleOwner(app: AppDocument, form: FormDocument, caseType: string): boolean {
  return automaticRules(app, form, caseType).some(
    (rule) => rule.kind === 'shared' && rule.policy === 'strict',
  );
}

/** CommCare's key for the assertion that the user has a case of their own. */
export const USERCASE_ASSERTION_KEY = 'case_autoload.usercase.case_missing';

const SHARING_ASSERTION: Assertion = {
  test: "count(instance('groups')/groups/group) = 1",
  text: { kind: 'locale', key: SHARING_ASSERTION_KEY, arguments: [] },
  key: SHARING_ASSERTION_KEY,
};

function usesUsercase({ usercaseUpdate, usercasePreload }: FormDocument): boolean {
  return usercaseUpdate.size > 0 || Object.keys(usercasePreload).length > 0;
}

const USERCASE_DATUM: SessionDatum = {
  kind: 'computed',
  id: USERCASE_ID,
  function: `${USERCASE}/@case_id`,
  isForm: false,
};

const USERCASE_ASSERTION: Assertion = {
  test: `count(${USERCASE}) = 1`,
  text: { kind: 'locale', key: USERCASE_ASSERTION_KEY, arguments: [] },
  key: USERCASE_ASSERTION_KEY,
};

/** The case that a form works on, after the parent that it is looked for under. */
function caseDatums(app: AppDocument, index: number, id: string): SessionDatum[] {
  const module = app.modules[index] as ModuleDocument;
  const parentId = id === 'case_id' ? 'parent_id' : `parent_${id}`;
  const { parentModule } = module;
  const parents = parentModule === undefined ? [] : caseDatums(app, parentModule, parentId);
  const filters = [`@case_type='${module.caseType}'`, `@status='open'`, ...module.filters];
  if (parents.length > 0) {
    filters.push(`index/parent=instance('commcaresession')/session/data/${parentId}`);
  }
  return [...parents, caseDatum(module, index, id, filters)];
}

function caseDatum(
  module: ModuleDocument,
  index: number,
  id: string,
  filters: readonly string[],
): SessionDatum {
  return {
    kind: 'entity',
    id,
    nodeset: `instance('casedb')/casedb/case${filters.map((filter) => `[${filter}]`).join('')}`,
    value: './@case_id',
    detailSelect: `m${index}_case_short`,
    detailConfirm: module.caseDetail.length > 0 ? `m${index}_case_long` : undefined,
    detailInline: undefined,
    detailPersistent: undefined,
    autoselect: false,
    maxSelect: undefined,
  };
}

function newCaseIds(form: FormDocument, caseType: string): SessionDatum[] {
  const { opened, subcases } = newCaseDatums(form, caseType);
  return [opened, ...subcases]
    .filter((id) => id !== undefined)
    .map((id) => ({ kind: 'computed', id, function: 'uuid()', isForm: false }));
}

function goTo(menuId: string): StackOperation {
  const value = { kind: 'xpath', source: `'${menuId}'` } as const;
  return { kind: 'create', condition: undefined, steps: [{ kind: 'command', value }] };
}

/** All expressions that are evaluated in an entry: what it has to declare instances for. */
function expressionsOf(
  module: ModuleDocument,
  form: FormDocument,
  datums: readonly SessionDatum[],
  assertions: readonly Assertion[],
): string[] {
  const columns = [
    ...(module.caseList?.columns ?? []),
    ...module.caseDetail.flatMap((d) => d.columns),
  ];
  return [
    ...datums.flatMap((datum) => expressionOf(datum)),
    ...(form.requires === 'case' ? columns.map(columnSource) : []),
    ...assertions.map(({ test }) => test),
    form.relevant ?? '',
  ];
}

function expressionOf(datum: SessionDatum): string[] {
  if (datum.kind === 'entity') return [datum.nodeset];
  return datum.kind === 'computed' ? [datum.function] : [];
}
