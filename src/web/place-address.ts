import type { Place } from '../machines/place.ts';
import { START } from '../machines/place.ts';
import type { AddressStep } from '../suite/session-address.ts';

const SEARCH = '*';
const NAMED = '@';

/** encodeURIComponent leaves `*` as it is. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('*', '%2A');

/**
 * A place as the part of an address from `#` on: the app, then a step each between slashes. `m0` is a choice of a menu,
 * `case_id=c1` a chosen row, `cases=c1,c2` several of them, `*results` a search, `@visit` a place that the app has named. Behind
 * `?` stand `detail`, `draft`, or the values for the named place: `#/clinic/m1/case_id=c1/m1-f0?draft=d1`.
 */
export function writeAddress({ app, steps, detail, draft, endpoint }: Place): string {
  if (app === undefined) return '#/';
  const named = endpoint === undefined ? steps.map(writeStep) : [`${NAMED}${encode(endpoint.id)}`];
  const query = new URLSearchParams(endpoint?.values);
  if (detail !== undefined) query.set('detail', detail);
  if (draft !== undefined) query.set('draft', draft);
  const path = ['#', encode(app), ...named].join('/');
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

function writeStep(step: AddressStep): string {
  switch (step.kind) {
    case 'command':
      return encode(step.id);
    case 'datum':
      return `${encode(step.id)}=${step.values.map(encode).join(',')}`;
    case 'query':
      return `${SEARCH}${encode(step.id)}`;
  }
}

/** The place that an address means; the start for one that means nothing. */
export function readAddress(hash: string): Place {
  try {
    return parseAddress(hash.replace(/^#\/?/, ''));
  } catch {
    // Badly encoded: somebody typed it.
    return START;
  }
}

function parseAddress(address: string): Place {
  const [path = '', search] = address.split('?', 2);
  const [app = '', ...steps] = path.split('/').filter((segment) => segment !== '');
  if (app === '') return START;
  const query = new URLSearchParams(search);
  const start: Place = { app: decodeURIComponent(app), steps: [] };
  const [first = ''] = steps;
  if (first.startsWith(NAMED)) {
    const id = decodeURIComponent(first.slice(NAMED.length));
    return { ...start, endpoint: { id, values: Object.fromEntries(query) } };
  }
  const detail = query.get('detail') ?? undefined;
  const draft = query.get('draft') ?? undefined;
  return { ...start, steps: steps.map(readStep), detail, draft };
}

function readStep(segment: string): AddressStep {
  if (segment.startsWith(SEARCH))
    return { kind: 'query', id: decodeURIComponent(segment.slice(1)) };
  const [id = '', values] = segment.split('=', 2);
  if (values === undefined) return { kind: 'command', id: decodeURIComponent(id) };
  return {
    kind: 'datum',
    id: decodeURIComponent(id),
    values: values.split(',').map((value) => decodeURIComponent(value)),
  };
}
