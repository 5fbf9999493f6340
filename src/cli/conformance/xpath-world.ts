import { NO_INSTANCE } from '../../suite/no-instance-node.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { Dialect } from '../../xpath/compiled-expression.ts';
import type { Conversion } from '../../xpath/frame.ts';
import { staticDocument } from '../../xpath/static-node.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { XPathScope } from '../../xpath/xpath-scope.ts';
import { parseForm } from '../../xforms/definition/parse-form.ts';
import { FormInstance } from '../../xforms/form-instance.ts';
import type { Resources } from './find-resources.ts';
import { pinnedEnvironment } from './pinned-environment.ts';
import { RestoreWorld } from './restore-world.ts';
import type { XPathLine } from './run-xpath.ts';
import { sessionDocument } from './session-document.ts';

/** Where an expression stands, and what it can reach. */
export interface XPathWorld {
  readonly dialect: Dialect;
  readonly conversion: Conversion;
  readonly node: XPathNode;
  readonly scope: XPathScope;
  /** The id of the instance whose document that is; `undefined` for the main one. */
  readonly instanceIdOf: (document: XPathNode) => string | undefined;
}

/** The folder of documents beside a test file of expressions. */
const DATA = 'xpath-data';

export function xpathWorld(line: XPathLine, resources: Resources): XPathWorld {
  const dialect = line.dialect ?? 'commcare';
  const conversion = { dialect, timeZone: line.tz };
  return line.form === undefined
    ? instanceWorld(line, conversion, resources)
    : formWorld(line, line.form, conversion, resources);
}

/** On the live nodes of a form, with their types. */
function formWorld(
  line: XPathLine,
  file: string,
  conversion: Conversion,
  resources: Resources,
): XPathWorld {
  const { dialect } = conversion;
  const definition = resources.keep(`form ${file}`, () =>
    parseForm(resources.besideText(DATA, file), file, { dialect }),
  );
  const environment = { ...pinnedEnvironment(line.now, line.tz), instance: () => undefined };
  const form = FormInstance.create(definition, { environment });
  const ids = [...definition.secondaryInstances.keys()];
  const scope = withVariables(form.scope, line);
  return {
    dialect,
    conversion,
    node: located(form.document, line.context),
    scope,
    instanceIdOf: (document) => ids.find((id) => scope.instance(id) === document),
  };
}

function withVariables(scope: XPathScope, { vars }: XPathLine): XPathScope {
  return { ...scope, variable: (name) => vars?.[name] };
}

/** On a document without types, with the instances of a restore. */
function instanceWorld(line: XPathLine, conversion: Conversion, resources: Resources): XPathWorld {
  const main = line.instance === undefined ? NO_INSTANCE : document(line.instance, resources);
  const instances = restoredInstances(line, resources);
  return {
    dialect: conversion.dialect,
    conversion,
    node: located(main, line.context),
    scope: {
      environment: pinnedEnvironment(line.now, line.tz),
      main,
      instance: (id) => instances.get(id),
      variable: (name) => line.vars?.[name],
      function: () => undefined,
    },
    instanceIdOf: (found) => [...instances].find(([, known]) => known === found)?.[0],
  };
}

function document(file: string, resources: Resources): XPathNode {
  return resources.keep(`document ${file}`, () =>
    staticDocument(trimmed(parseXml(resources.besideText(DATA, file), file))),
  );
}

/** White space around a value is layout in a main instance, as it is when a form is opened. */
function trimmed(element: XmlElement): XmlElement {
  const children = element.children
    .map((child) => (typeof child === 'string' ? child.trim() : trimmed(child)))
    .filter((child) => child !== '');
  return { ...element, children };
}

function restoredInstances(line: XPathLine, resources: Resources): Map<string, XPathNode> {
  const { restore, instances = {}, session = {}, now, tz } = line;
  const world =
    restore === undefined
      ? undefined
      : resources.keep(
          `world ${now} ${restore}`,
          () => new RestoreWorld(resources.besideText(DATA, restore), restore, now),
        );
  const found = Object.entries(instances).map(([id, src]): [string, XPathNode | undefined] => [
    id,
    src === 'jr://instance/session'
      ? sessionDocument(session, world)
      : world?.instance(src, world.database, tz),
  ]);
  return new Map(found.filter((entry): entry is [string, XPathNode] => entry[1] !== undefined));
}

function located(document: XPathNode, context: string | undefined): XPathNode {
  let node: XPathNode | undefined = document;
  for (const step of (context ?? '').split('/').filter((name) => name !== '')) {
    const [, name = '', position = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    node = name.startsWith('@')
      ? node?.attribute(name.slice(1))
      : node?.childrenNamed(name)[Number(position) - 1];
  }
  if (node === undefined) throw new RangeError(`The context ${context} is not in the document`);
  return node;
}
