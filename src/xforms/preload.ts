import { dateOfTime } from '../xpath/date-text.ts';
import { XPathDate } from '../xpath/xpath-date.ts';
import type { XPathScalar } from '../xpath/xpath-node.ts';
import type { Conversion } from '../xpath/frame.ts';
import { computedLexical } from './datatype/computed-lexical.ts';
import type { DataType } from './datatype/data-type.ts';
import type { BindDefinition } from './definition/bind-definition.ts';
import type { NodeDefinition } from './definition/node-definition.ts';
import type { Environment } from './environment.ts';
import { nodesUnder } from './instance/find-nodes.ts';
import type { InstanceNode } from './instance/instance-node.ts';

/** `start`: nodes are new, in a new form or repeat instance. `end`: the form is about to be sent. */
export type PreloadMoment = 'start' | 'end';

/** What preloading needs of a form instance. */
interface PreloadedForm {
  readonly environment: Environment;
  readonly conversion: Conversion;
}

/**
 * Fills in what `jr:preload` asks for at that moment, at `top` and below, and gives the nodes that changed. A preload
 * about which nothing is known leaves the value that is there. ODK XForms, preload attributes.
 */
export function preloadNodes(
  form: PreloadedForm,
  top: InstanceNode,
  moment: PreloadMoment,
): InstanceNode[] {
  const changed: InstanceNode[] = [];
  for (const definition of top.definition.descendants()) {
    const value = preloadedValue(definition.bind, moment, form.environment);
    if (value === undefined) continue;
    const lexical = computedLexical(value, preloadType(definition), form.conversion);
    for (const node of nodesUnder(top, definition)) {
      if (node.setLexical(lexical)) changed.push(node);
    }
  }
  return changed;
}

function preloadedValue(
  bind: BindDefinition | undefined,
  moment: PreloadMoment,
  environment: Environment,
): XPathScalar | undefined {
  const { preload, preloadParams = '' } = bind ?? {};
  if (preload === undefined) return undefined;
  if (preload === 'timestamp') {
    return preloadParams === moment ? new XPathDate(environment.now(), true) : undefined;
  }
  return moment === 'start' ? startValue(preload, preloadParams, environment) : undefined;
}

function startValue(
  preload: string,
  parameter: string,
  environment: Environment,
): XPathScalar | undefined {
  switch (preload) {
    case 'uid':
      return `uuid:${environment.uuid()}`;
    case 'date':
      return parameter === 'today'
        ? dateOfTime(environment.now(), environment.timeZone)
        : undefined;
    default:
      return environment.preload?.(preload, parameter);
  }
}

/** A timestamp keeps its time, also in a node without a type. */
function preloadType({ bind, type }: NodeDefinition): DataType {
  return bind?.preload === 'timestamp' ? 'dateTime' : type;
}
