import type { Case } from '../../case/case.ts';
import type { LineOf, Place } from '../format/line-shapes.ts';
import { nearestWord } from '../format/nearest-word.ts';
import type { Device } from './device.ts';
import type { Claim } from './divergence.ts';
import { claim, Divergence } from './divergence.ts';
import { sorted } from './sorted.ts';
import type { Stage } from './stage.ts';

/** How a case is now, and who has it. */
export async function playExpectCase(stage: Stage, line: LineOf<'expectCase'>): Promise<void> {
  const device = await stage.device(line.place);
  const found = findCase(stage, device, line);
  const of: Claim = {
    place: line.place,
    subject: { label: found?.caseName ?? line.subject, path: found?.caseId ?? '' },
    why: () => (found === undefined ? nearestCase(stage, line.subject) : []),
  };
  claim(of, 'exists', line.exists ?? true, found !== undefined);
  if (found === undefined) return;
  claim(of, 'type', line.type, found.caseType);
  claim(of, 'owner', line.owner, found.ownerId);
  claim(of, 'status', line.status, found.status);
  claim(of, 'properties', line.properties, some(found.properties, line.properties));
  claim(of, 'parents', line.parents, parentsOf(stage, found));
  claim(of, 'the devices that hold it:', sorted(line.heldBy), holders(stage, found));
  claim(of, 'the people who may see it:', sorted(line.visibleTo), viewers(stage, found));
}

function findCase(stage: Stage, device: Device, line: LineOf<'expectCase'>): Case | undefined {
  const places = {
    device: [device.sandbox.database],
    server: [stage.server.cases],
  };
  const databases = line.on === undefined ? [...places.device, ...places.server] : places[line.on];
  for (const database of databases) {
    const known = database.get(line.subject);
    if (known !== undefined) return known;
    const named = [...database.cases()].filter(({ caseName }) => caseName === line.subject);
    if (named.length > 1) throw manyCases(named, line.place);
    if (named[0] !== undefined) return named[0];
  }
  return undefined;
}

function manyCases(named: readonly Case[], place: Place): Divergence {
  const ids = named.map(({ caseId }) => caseId).join(', ');
  const [{ caseName = '' } = {}] = named;
  const subject = { label: caseName, path: '' };
  const actual = `there are ${named.length}: name it by its id (${ids})`;
  return new Divergence({ place, subject, expected: 'one case of that name', actual });
}

function nearestCase(stage: Stage, name: string): string[] {
  const all = [
    stage.server.cases,
    ...[...stage.devices.values()].map(({ sandbox }) => sandbox.database),
  ];
  const names = all.flatMap((database) => [...database.cases()].map(({ caseName }) => caseName));
  const nearest = nearestWord(name, names);
  if (names.includes(name)) return ['There is one on another device, or on the server'];
  return nearest === undefined ? [] : [`Did you mean “${nearest}”?`];
}

/** The properties that a line speaks of. */
function some(
  properties: Case['properties'],
  named: Case['properties'] = {},
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.keys(named).map((name) => [name, properties[name] ?? '']));
}

/** The names of the cases that the indices point to, by the name of the index. */
function parentsOf({ server }: Stage, { indices }: Case): Readonly<Record<string, string>> {
  const nameOf = (id: string) => server.cases.get(id)?.caseName ?? id;
  return Object.fromEntries(indices.map(({ name, target }) => [name, nameOf(target)]));
}

function holders({ devices }: Stage, { caseId }: Case): readonly string[] {
  const holding = [...devices.values()].filter(({ sandbox }) => sandbox.database.get(caseId));
  return sorted([...new Set(holding.map(({ userId }) => userId))]);
}

function viewers({ directory, server }: Stage, { caseId }: Case): readonly string[] {
  const seeing = [...directory.users].filter((user) => server.live(user).has(caseId));
  return sorted(seeing.map(({ userId }) => userId));
}
