import { dateOfTime } from '../xpath/date-text.ts';
import { XPathDate } from '../xpath/xpath-date.ts';
import type { XPathScalar } from '../xpath/xpath-node.ts';
import type { XPathEnvironment } from '../xpath/xpath-scope.ts';
import type { DataType } from './datatype/data-type.ts';
import type { BindDefinition } from './definition/bind-definition.ts';
import type { NodeDefinition } from './definition/node-definition.ts';

/** `start`: a form is opened for the first time. `end`: it is about to be sent. */
export type PreloadMoment = 'start' | 'end';

/** What `jr:preload` puts into a node at that moment; `undefined` when it puts nothing. ODK XForms, preload attributes. */
export function preloadedValue(
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
export function preloadType({ bind, type }: NodeDefinition): DataType {
  return bind?.preload === 'timestamp' ? 'dateTime' : type;
}
