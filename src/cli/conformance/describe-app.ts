import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import type { Assertion } from '../../suite/assertion.ts';
import type { Detail, DetailField, DetailSort } from '../../suite/detail.ts';
import type { Endpoint } from '../../suite/endpoint.ts';
import type { Entry } from '../../suite/entry.ts';
import type { Evaluator } from '../../suite/evaluator.ts';
import type { InstanceDeclaration } from '../../suite/instance-declaration.ts';
import type { Menu, MenuCommand } from '../../suite/menu.ts';
import { entriesOf } from '../../suite/needed-data.ts';
import type { SessionDatum } from '../../suite/session-datum.ts';
import type { StackOperation, StackStep, StackValue } from '../../suite/stack-operation.ts';
import type { SuiteText } from '../../suite/suite-text.ts';

/** What describing an app needs: evaluators of an empty session, by language and declared instances. */
export interface AppEvaluators {
  readonly locales: readonly string[];
  evaluator(language: string, instances: readonly InstanceDeclaration[]): Evaluator;
  instance(src: string, id: string): XPathNode | undefined;
}

/** An app's parts in the words of the data. */
export class AppDescription {
  readonly #app: AppDefinition;
  readonly #evaluators: AppEvaluators;

  constructor(app: AppDefinition, evaluators: AppEvaluators) {
    this.#app = app;
    this.#evaluators = evaluators;
  }

  profile(): object {
    const { uniqueId, name, version, properties } = this.#app.profile;
    return { uniqueId, name, version, properties };
  }

  menu(menu: Menu): object {
    const instances = instancesOf(this.#app, menu);
    return {
      id: menu.id,
      root: menu.root,
      style: menu.style ?? null,
      title: trimmed(this.#texts(menu.display.text, instances)),
      relevant: menu.relevant ?? null,
      shown: this.#shown(menu.relevant, instances),
      assertions: menu.assertions.map((each) => this.#assertion(each, instances)),
      commands: menu.commands.map((command) => this.#command(command, menu)),
      image: this.#text(menu.display.image, instances),
      audio: this.#text(menu.display.audio, instances),
    };
  }

  #command({ id, relevant }: MenuCommand, menu: Menu): object {
    const entry = this.#app.entries.get(id);
    const instances = [...(entry?.instances ?? []), ...menu.instances];
    return {
      id,
      title: entry && this.#texts(entry.display.text, instances),
      relevant: relevant ?? null,
      shown: this.#shown(relevant, instances),
      view: entry?.kind === 'view' ? true : undefined,
    };
  }

  entry(entry: Entry): object {
    const { instances } = entry;
    return {
      id: entry.commandId,
      kind: ENTRY_KINDS[entry.kind],
      form: entry.xmlns ?? null,
      datums: entry.datums.map(describeDatum),
      assertions: entry.assertions.map((each) => this.#assertion(each, instances)),
      stack: entry.stack.map(describeOperation),
      postUrl: entry.post?.url,
    };
  }

  detail(detail: Detail, id: string | null): object {
    const head = { id, title: this.#texts(detail.title, []) };
    if (detail.tabs.length > 0) {
      return { ...head, tabs: detail.tabs.map((tab) => this.detail(tab, tab.id || null)) };
    }
    return {
      ...head,
      columns: detail.fields.length,
      fields: detail.fields.map((field) => this.#field(field)),
      sortKeys: sortKeys(detail.fields),
      tile: detail.fields.some(({ grid }) => grid !== undefined),
      noItems: detail.emptyText && this.#texts(detail.emptyText, []),
      lookup: detail.hasLookup || undefined,
      groupHeaderRows: detail.group?.headerRows,
      hasNodeset: detail.nodeset === undefined ? undefined : true,
      variables: notEmpty([...new Set(detail.variables.map(({ name }) => name))]),
      actions: notEmpty(
        detail.actions.map(({ display, stack }) => ({
          title: this.#texts(display.text, []),
          stack: stack.map(describeOperation),
        })),
      ),
    };
  }

  endpoint({ id, arguments: names, respectRelevancy, stack }: Endpoint): object {
    return { id, arguments: names, respectRelevancy, stack: stack.map(describeOperation) };
  }

  #field({ header, template, relevant, sort, grid }: DetailField): object {
    return {
      header: this.#texts(header.text, []),
      form: template.form,
      width: template.width,
      headerWidth: header.width,
      relevant,
      sort: sort && describeSort(sort),
      grid: grid && [grid.x, grid.y, grid.width, grid.height],
    };
  }

  #assertion({ test, text }: Assertion, instances: readonly InstanceDeclaration[]): object {
    return { test, text: this.#texts(text, instances), result: this.#shown(test, instances) };
  }

  #shown(condition: string | undefined, instances: readonly InstanceDeclaration[]): unknown {
    if (condition === undefined) return true;
    try {
      return this.#anyEvaluator(instances).boolean(condition);
    } catch (error) {
      return { error: (error as Error).message };
    }
  }

  #texts(
    text: SuiteText | undefined,
    instances: readonly InstanceDeclaration[],
  ): Record<string, string> {
    const { locales } = this.#evaluators;
    const texts = locales.map((locale) => [
      locale,
      this.#evaluators.evaluator(locale, instances).readable(text),
    ]);
    return Object.fromEntries(texts);
  }

  #text(
    text: SuiteText | undefined,
    instances: readonly InstanceDeclaration[],
  ): string | undefined {
    return text && this.#anyEvaluator(instances).readable(text);
  }

  #anyEvaluator(instances: readonly InstanceDeclaration[]): Evaluator {
    return this.#evaluators.evaluator(this.#evaluators.locales[0] ?? 'default', instances);
  }
}

/** What the conditions of a menu may read: its own instances and those of the entries in it. */
export function instancesOf(app: AppDefinition, menu: Menu): InstanceDeclaration[] {
  return [...menu.instances, ...entriesOf(app, menu.id).flatMap((entry) => entry.instances)];
}

/** Builders leave blanks behind the names of menus, and nobody shows them. */
function trimmed(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, text.trim()]));
}

const ENTRY_KINDS: Readonly<Record<Entry['kind'], string>> = {
  form: 'entry',
  view: 'view',
  remoteRequest: 'remote-request',
};

function describeDatum(datum: SessionDatum): object {
  const { id } = datum;
  switch (datum.kind) {
    case 'computed':
      return datum.isForm
        ? { kind: 'form-function', function: datum.function }
        : { kind: 'computed', id, function: datum.function };
    case 'query':
      return {
        kind: 'query',
        id,
        url: datum.url,
        caseTemplate: datum.caseTemplate,
        defaultSearch: datum.defaultSearch,
        data: datum.data.map(({ key }) => key),
        prompts: datum.prompts.map(({ key }) => key),
      };
    case 'entity':
      return {
        kind: datum.maxSelect === undefined ? 'entity' : 'instance-datum',
        id,
        nodeset: datum.nodeset,
        value: datum.value,
        detailSelect: datum.detailSelect ?? null,
        detailConfirm: datum.detailConfirm ?? null,
        detailInline: datum.detailInline ?? null,
        detailPersistent: datum.detailPersistent ?? null,
        autoSelect: datum.autoselect,
        maxSelect: datum.maxSelect,
      };
  }
}

function describeOperation({ kind, condition, steps }: StackOperation): object {
  return { op: kind, if: condition ?? null, steps: steps.map(describeStep) };
}

/** What the reference engine calls a datum of a stack of which it does not know the kind. */
export const DATUM = 'STATE_UNKNOWN';

function describeStep(step: StackStep): object {
  switch (step.kind) {
    case 'command':
      return { type: 'COMMAND_ID', id: null, ...describeValue(step.value) };
    case 'datum':
      return { type: DATUM, id: step.id, ...describeValue(step.value) };
    case 'rewind':
      return { type: 'REWIND', id: null, ...describeValue(step.value) };
    case 'query':
      return { type: 'QUERY_REQUEST', id: step.id, value: step.url, xpath: false };
    case 'mark':
      return { type: 'MARK', id: null, value: null, xpath: false };
    case 'jump':
      return { type: 'SMART_LINK', id: null, value: null, xpath: false };
  }
}

function describeValue(value: StackValue): { value: string; xpath: boolean } {
  return value.kind === 'xpath'
    ? { value: value.source, xpath: true }
    : { value: value.text, xpath: false };
}

function describeSort({ type, order, direction, blanksLast }: DetailSort): object {
  return { type, order: order ?? -1, direction, blanksLast };
}

/** Columns in the order in which they sort. */
function sortKeys(fields: readonly DetailField[]): number[] {
  return fields
    .map(({ sort }, column) => ({ column, order: sort?.order }))
    .filter((key): key is { column: number; order: number } => key.order !== undefined)
    .toSorted((a, b) => a.order - b.order)
    .map(({ column }) => column);
}

function notEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
