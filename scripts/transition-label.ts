import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** A transition in words: `submit [canSubmit]`, `save failed`, `after 500 ms`, `[isEmpty]`; `''` when nothing is asked. */
export function transitionLabel(transition: AnyTransitionDefinition): string {
  const guard = guardLabel(transition.guard);
  const event = eventLabel(transition.eventType, transition.source);
  return [event, guard && `[${guard}]`].filter(Boolean).join(' ');
}

/** What a transition of `source` takes, in words: `submit`, `save failed`, `after 500 ms`; `''` for one that is always taken. */
export function eventLabel(event: string, source: AnyStateNode): string {
  const [, kind, rest = ''] = /^xstate\.(done\.actor|error\.actor|done\.state|after|snapshot)\.(.*)$/.exec(event) ?? []; // prettier-ignore
  if (kind === 'done.actor') return `${invokedName(source, rest)} done`;
  if (kind === 'error.actor') return `${invokedName(source, rest)} failed`;
  if (kind === 'snapshot') return `${invokedName(source, rest)} changed`;
  if (kind === 'done.state') return 'done';
  if (kind === 'after') return delayLabel(rest.slice(0, -source.id.length - 1));
  return event === '*' ? 'any other event' : event;
}

function delayLabel(delay: string): string {
  return /^\d+$/.test(delay) ? `after ${delay} ms` : `after ${delay}`;
}

function invokedName(source: AnyStateNode, id: string): string {
  const invoked = source.invoke.find((one) => one.id === id);
  return invoked ? actorName(invoked.src) : id;
}

/** The name under which an actor is set up; one that is written in place has none. */
export function actorName(src: unknown): string {
  return typeof src === 'string' && !src.startsWith('xstate.invoke.') ? src : 'an actor';
}

/** What XState's `and`, `or`, `not` and `stateIn` leave on the functions they return. */
interface GuardFunction {
  readonly name: string;
  readonly guards?: readonly unknown[];
  readonly stateValue?: unknown;
}

/** A guard in words: its name, `not a`, `a and b`; `''` for none. */
export function guardLabel(guard: unknown): string {
  if (guard === undefined) return '';
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'object') return (guard as { type: string }).type;
  return combinedGuard(guard as GuardFunction);
}

function combinedGuard({ name, guards, stateValue }: GuardFunction): string {
  if (stateValue !== undefined) return `in ${JSON.stringify(stateValue).replaceAll('"', '')}`;
  const parts = guards?.map(guardLabel) ?? [];
  if (name === 'not') return `not ${parts.join()}`;
  if (name === 'and' || name === 'or') return parts.join(` ${name} `);
  // XState sees the name of the property for a guard that is written in place.
  return name === '' || name === 'guard' ? 'a condition' : name;
}
