import {
  attributeOf,
  childElements,
  childNamed,
  childrenNamed,
  xmlElement,
} from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { InstanceSource } from './computed-owner.ts';

/** As much of an XForm's model as tells where an owner comes from. */
export interface XFormModel {
  /** The root of the main instance. */
  readonly root: XmlElement;
  /** The expression that fills a node (`bind` `calculate`, or `setvalue`), by absolute reference. */
  readonly expressions: ReadonlyMap<string, string>;
  /** What `instance()` means, by id. */
  readonly instances: readonly InstanceSource[];
  /** Ids of instances that hold the user's groups. */
  readonly groupInstances: readonly string[];
  /** Ids of instances that hold the session. */
  readonly sessionInstances: readonly string[];
  /** Ids of instances that hold the organization's locations. */
  readonly locationInstances: readonly string[];
  /** What a choice question offers, where that is worked out: the nodeset by the question's reference. */
  readonly itemsets: ReadonlyMap<string, string>;
  /** References of nodes with a `relevant`. */
  readonly conditional: ReadonlySet<string>;
  /** References of questions that take several answers. */
  readonly multipleAnswers: ReadonlySet<string>;
}

/** Reads the first `model` of a form; `undefined` when there is none, or it has no instance. */
export function readModel(form: XmlElement): XFormModel | undefined {
  const model = findModel(form);
  const instances = model === undefined ? [] : childrenNamed(model, 'instance');
  const root = instances[0] && childElements(instances[0])[0];
  if (model === undefined || root === undefined) return undefined;
  return {
    root,
    expressions: readExpressions(model),
    instances: sourcesOf(instances),
    groupInstances: idsBySource(instances, 'jr://fixture/user-groups'),
    sessionInstances: idsBySource(instances, 'jr://instance/session'),
    locationInstances: idsBySource(instances, 'jr://fixture/locations'),
    itemsets: new Map(itemsets(childNamed(form, 'body'))),
    conditional: conditionalRefs(model),
    multipleAnswers: new Set(multipleAnswers(childNamed(form, 'body'))),
  };
}

function findModel(form: XmlElement): XmlElement | undefined {
  if (form.name === 'model') return form;
  const head = childNamed(form, 'head') ?? form;
  return childNamed(head, 'model');
}

function sourcesOf(instances: readonly XmlElement[]): InstanceSource[] {
  return instances.flatMap((instance) => {
    const [id, src] = [attributeOf(instance, 'id'), attributeOf(instance, 'src')];
    return id === undefined || src === undefined ? [] : [{ id, src }];
  });
}

function idsBySource(instances: readonly XmlElement[], source: string): string[] {
  return instances
    .filter((instance) => attributeOf(instance, 'src') === source)
    .flatMap((instance) => attributeOf(instance, 'id') ?? []);
}

function readExpressions(model: XmlElement): Map<string, string> {
  const expressions = new Map<string, string>();
  for (const element of childElements(model)) {
    const target = expressionTarget(element);
    if (target !== undefined) expressions.set(target.ref, target.expression);
  }
  return expressions;
}

function expressionTarget(element: XmlElement): { ref: string; expression: string } | undefined {
  const isBind = element.name === 'bind';
  if (!isBind && element.name !== 'setvalue') return undefined;
  const ref = attributeOf(element, isBind ? 'nodeset' : 'ref');
  const expression = attributeOf(element, isBind ? 'calculate' : 'value');
  return ref === undefined || expression === undefined ? undefined : { ref, expression };
}

function conditionalRefs(model: XmlElement): Set<string> {
  const binds = childrenNamed(model, 'bind').filter((bind) => attributeOf(bind, 'relevant'));
  return new Set(binds.flatMap((bind) => attributeOf(bind, 'nodeset') ?? []));
}

function itemsets(body: XmlElement | undefined): [string, string][] {
  return childElements(body ?? NOTHING).flatMap((control) => {
    const itemset = childNamed(control, 'itemset');
    const ref = attributeOf(control, 'ref');
    const nodeset = itemset && attributeOf(itemset, 'nodeset');
    return ref === undefined || nodeset === undefined ? itemsets(control) : [[ref, nodeset]];
  });
}

function multipleAnswers(body: XmlElement | undefined): string[] {
  return childElements(body ?? NOTHING).flatMap((control) => {
    const ref = control.name === 'select' ? attributeOf(control, 'ref') : undefined;
    return ref === undefined ? multipleAnswers(control) : [ref];
  });
}

const NOTHING: XmlElement = xmlElement('nothing', '');
