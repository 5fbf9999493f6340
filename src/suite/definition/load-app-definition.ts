import { SHARING_ASSERTION_KEY } from '../../case/ownership/owner-resolution.ts';
import { compileXPath } from '../../xpath/compile-xpath.ts';
import { XPathParseError } from '../../xpath/xpath-error.ts';
import type { AppDefinition, AppForm } from '../app-definition.ts';
import { lintOwners } from '../lint-owners.ts';
import type { DefinitionProblem } from './app-definition-error.ts';
import { AppDefinitionError } from './app-definition-error.ts';
import type { AppDocument, FormDocument, ModuleDocument } from './app-document.ts';
import { columnSource } from './compile-detail.ts';
import { compileForm } from './compile-form.ts';
import { sharingRules } from './case-owner-rule.ts';
import { compileModule, USERCASE_ASSERTION_KEY } from './compile-module.ts';
import { readAppDocument } from './read-app-document.ts';
import { StringsBuilder } from './strings-builder.ts';

/** What CommCare shows where the sharing assertion fails. */
const SHARING_TEXT =
  'The case sharing settings for your user are incorrect. This user must be in exactly one case sharing group. ' +
  'Please contact your supervisor.';

const USERCASE_TEXT =
  'This form uses the case that the project keeps about you, and you have none yet. Please contact your supervisor.';

/**
 * Compiles an app definition of our own, `app.json`, into what a compiled app opens as. `files` holds the XForms by
 * their path beside it. Throws {@link AppDefinitionError} with everything that is wrong.
 */
export function loadAppDefinition(
  json: unknown,
  files: ReadonlyMap<string, string>,
): AppDefinition {
  const problems: DefinitionProblem[] = [];
  const app = readAppDocument(json, problems);
  // Names that could not be read would only cause more complaints about the same thing.
  if (problems.length > 0) throw new AppDefinitionError(problems);
  const compiler = new AppCompiler(app, files, problems);
  const compiled = compiler.compile();
  if (problems.length > 0) throw new AppDefinitionError(problems);
  return compiled;
}

class AppCompiler {
  readonly #app: AppDocument;
  readonly #files: ReadonlyMap<string, string>;
  readonly #problems: DefinitionProblem[];
  readonly #strings: StringsBuilder;
  readonly #forms = new Map<FormDocument, AppForm>();

  constructor(app: AppDocument, files: ReadonlyMap<string, string>, problems: DefinitionProblem[]) {
    this.#app = app;
    this.#files = files;
    this.#problems = problems;
    this.#strings = new StringsBuilder(app.languages);
  }

  compile(): AppDefinition {
    this.#checkParents();
    this.#checkOwners();
    for (const module of this.#app.modules) this.#compileForms(module);
    if (this.#problems.length > 0) throw new AppDefinitionError(this.#problems);
    const modules = this.#app.modules.map((module, index) =>
      compileModule(
        this.#app,
        index,
        module,
        (form) => this.#forms.get(form)?.xmlns,
        this.#strings,
      ),
    );
    const entries = modules.flatMap((module) => module.entries);
    const details = modules.flatMap((module) => module.details);
    const app: AppDefinition = {
      profile: this.#profile(),
      languages: this.#app.languages,
      strings: this.#finishStrings(),
      menus: modules.map(({ menu }) => menu),
      entries: new Map(entries.map((entry) => [entry.commandId, entry])),
      details: new Map(details.map((detail) => [detail.id, detail])),
      forms: new Map([...this.#forms.values()].map((form) => [form.xmlns, form])),
      fixtures: [],
      endpoints: new Map(),
      media: new Map(),
      caseSharing: this.#app.caseSharing,
      sharing: sharingRules(this.#app),
      problems: [],
    };
    return { ...app, problems: lintOwners(app) };
  }

  #profile(): AppDefinition['profile'] {
    const { id, version, properties } = this.#app;
    return { uniqueId: id, name: this.#strings.inDefault(this.#app.name), version, properties };
  }

  #finishStrings(): AppDefinition['strings'] {
    this.#strings.add('app.display.name', this.#app.name);
    this.#strings.add(SHARING_ASSERTION_KEY, { default: SHARING_TEXT });
    this.#strings.add(USERCASE_ASSERTION_KEY, { default: USERCASE_TEXT });
    return this.#strings.build();
  }

  #compileForms(module: ModuleDocument): void {
    this.#checkExpressions(module);
    for (const form of module.forms) {
      const text = this.#files.get(form.xform);
      if (text === undefined) {
        const remedy = `Put it beside app.json, or correct the path. There are: ${[...this.#files.keys()].join(', ')}.`;
        this.#report(`${form.place}.xform`, `There is no file ${form.xform}.`, remedy);
        continue;
      }
      this.#compileForm(module, form, text);
    }
  }

  #compileForm(module: ModuleDocument, form: FormDocument, text: string): void {
    const compiled = compileForm(form, text, {
      caseType: module.caseType,
      app: this.#app,
      name: this.#strings.inDefault(form.name),
      problems: this.#problems,
    });
    if (compiled === undefined) return;
    const twin = [...this.#forms.values()].find(({ xmlns }) => xmlns === compiled.xmlns);
    if (twin !== undefined) {
      const message = `${form.xform} and ${twin.path} have the same namespace, ${twin.xmlns}.`;
      this.#report(`${form.place}.xform`, message, 'Give each form an xmlns of its own.');
    }
    this.#forms.set(form, compiled);
  }

  #checkExpressions(module: ModuleDocument): void {
    this.#checkExpression(module.relevant, `${module.place}.relevant`);
    for (const filter of module.filters) this.#checkExpression(filter, `${module.place}.filters`);
    for (const form of module.forms) this.#checkExpression(form.relevant, `${form.place}.relevant`);
    const pages = [
      ...(module.caseList === undefined ? [] : [module.caseList]),
      ...module.caseDetail,
    ];
    for (const column of pages.flatMap(({ columns }) => columns)) {
      this.#checkExpression(columnSource(column), column.place);
    }
  }

  #checkExpression(source: string | undefined, place: string): void {
    if (source === undefined) return;
    try {
      compileXPath(source, 'commcare');
    } catch (error) {
      if (!(error instanceof XPathParseError)) throw error;
      this.#report(place, `${error.message}.`, 'Correct the expression.');
    }
  }

  #checkOwners(): void {
    for (const [caseType, rule] of this.#app.caseOwners) {
      const place = `case_owners.${caseType}`;
      if (rule.kind === 'expression') this.#checkExpression(rule.xpath, `${place}.xpath`);
      if (this.#caseTypes().has(caseType)) continue;
      const remedy = `Case types of this app are ${[...this.#caseTypes()].join(', ')}.`;
      this.#report(place, `Nothing in the app has the case type “${caseType}”.`, remedy);
    }
  }

  #caseTypes(): ReadonlySet<string> {
    const { modules } = this.#app;
    const subcases = modules.flatMap(({ forms }) => forms.flatMap((form) => form.subcases));
    return new Set([...modules, ...subcases].map(({ caseType }) => caseType));
  }

  #checkParents(): void {
    for (const module of this.#app.modules) {
      let ancestor = module.parentModule;
      for (let depth = 0; ancestor !== undefined; depth += 1) {
        if (depth > this.#app.modules.length) {
          const message = 'The parents of this module go in a circle.';
          this.#report(`${module.place}.parent_module`, message, 'Let one of them have no parent.');
          break;
        }
        ancestor = this.#app.modules[ancestor]?.parentModule;
      }
    }
  }

  #report(place: string, message: string, remedy: string): void {
    this.#problems.push({ place, message, remedy });
  }
}
