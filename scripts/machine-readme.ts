import { StateMachine } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { stateDiagram } from './state-diagram.ts';

/** The machines among the exports of modules, by the names of their exports, sorted. */
export function exportedMachines(
  modules: readonly Readonly<Record<string, unknown>>[],
): [name: string, machine: AnyStateMachine][] {
  const exported = modules.flatMap((module) => Object.entries(module));
  const machines = exported.filter((entry): entry is [string, AnyStateMachine] => entry[1] instanceof StateMachine); // prettier-ignore
  return machines.sort(([a], [b]) => a.localeCompare(b, 'en'));
}

/**
 * The README with each machine's diagram between `<!-- machine NAME -->` and `<!-- /machine NAME -->`. A machine that
 * has no such place gets one at the end.
 */
export function withDiagrams(
  readme: string,
  machines: readonly (readonly [name: string, machine: AnyStateMachine])[],
): string {
  return machines.reduce(
    (text, [name, machine]) => withSection(text, name, stateDiagram(machine)),
    readme,
  );
}

function withSection(readme: string, name: string, diagram: string): string {
  const [start, end] = [`<!-- machine ${name} -->`, `<!-- /machine ${name} -->`];
  const section = `${start}\n\n${diagram}\n\n${end}`;
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 && to < 0) return `${readme.trimEnd()}\n\n## ${name}\n\n${section}\n`;
  if (to < from)
    throw new Error(`The README needs ${start} and, below it, ${end}: put both there.`);
  return readme.slice(0, from) + section + readme.slice(to + end.length);
}
