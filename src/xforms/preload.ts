import { dateOfTime } from '../xpath/date-text.ts';
import { XPathDate } from '../xpath/xpath-date.ts';
import type { XPathScalar } from '../xpath/xpath-node.ts';
import type { Conversion } from '../xpath/frame.ts';
import type { XPathEnvironment, XPathScope } from '../xpath/xpath-scope.ts';
import { computedLexical } from './datatype/computed-lexical.ts';
import type { DataType } from './datatype/data-type.ts';
import type { BindDefinition } from './definition/bind-definition.ts';
import type { NodeDefinition } from './definition/node-definition.ts';
import { nodesUnder } from './instance/find-nodes.ts';
import type { InstanceNode } from './instance/instance-node.ts';

/** `start`: a form is opened for the first time. `end`: it is about to be sent. */
export type PreloadMoment = 'start' | 'end';

/** What preloading needs of a form instance. */
interface PreloadedForm {
  readonly document: InstanceNode;
  readonly scope: XPathScope;
  readonly conversion: Conversion;
}

/** Fills in what `jr:preload` asks for at that moment, and gives the nodes that changed. ODK XForms, preload attributes. */
export function preloadNodes(form: PreloadedForm, moment: PreloadMoment): InstanceNode[] {
  const changed: InstanceNode[] = [];
  for (const definition of form.document.definition.descendants()) {
    const value = preloadedValue(definition.bind, moment, form.scope.environment);
    if (value === undefined) continue;
    const lexical = computedLexical(value, preloadType(definition), form.conversion);
    for (const node of nodesUnder(form.document, definition)) {
      if (node.setLexical(lexical)) changed.push(node);
    }
  }
  return changed;
}

function preloadedValue(
  bind: BindDefinition | undefined,
  moment: PreloadMoment,
  environment: XPathEnvironment,
): XPathScalar | undefined {
  const { preload, preloadParams = '' } = bind ?? {};
  const ends = preload === 'timestamp' && preloadParams === 'end';
  if (preload === undefined || ends !== (moment === 'end')) return undefined;
  switch (preload) {
    case 'uid':
      return `uuid:${environment.uuid()}`;
    case 'timestamp':
      return new XPathDate(environment.now(), true);
    case 'date':
      return preloadParams === 'today'
        ? dateOfTime(environment.now(), environment.timeZone)
        : undefined;
    default:
      return undefined;
  }
}

/** A timestamp keeps its time, also in a node without a type. */
function preloadType({ bind, type }: NodeDefinition): DataType {
  return bind?.preload === 'timestamp' ? 'dateTime' : type;
}
