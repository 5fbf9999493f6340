import type { Case } from '../../case/case.ts';
import type { LineOf, Place } from '../format/line-shapes.ts';
import { nearestWord } from '../format/nearest-word.ts';
import { Divergence } from './divergence.ts';
import { sorted } from './sorted.ts';
import type { Stage } from './stage.ts';

/** Where a case is looked for: on the device in use, else on the server, unless it is said. */
export type CaseSide = LineOf<'expectCase'>['on'];

/** A case as the people of a story find it, and who has it. */
export class SeenCase {
  constructor(
    private readonly stage: Stage,
    readonly data: Case,
  ) {}

  /** The names of the cases that its indices point to, by the name of the index. */
  get parents(): Readonly<Record<string, string>> {
    const nameOf = (id: string) => this.stage.server.cases.get(id)?.caseName ?? id;
    return Object.fromEntries(this.data.indices.map(({ name, target }) => [name, nameOf(target)]));
  }

  /** The people on whose devices it is, in the order of their ids. */
  get heldBy(): readonly string[] {
    const devices = [...this.stage.devices.values()];
    const holding = devices.filter(({ sandbox }) => sandbox.database.get(this.data.caseId));
    return sorted([...new Set(holding.map(({ userId }) => userId))]);
  }

  /** The people to whom the server gives it, in the order of their ids. */
  get visibleTo(): readonly string[] {
    const { directory, server } = this.stage;
    const seeing = [...directory.users].filter((user) => server.live(user).has(this.data.caseId));
    return sorted(seeing.map(({ userId }) => userId));
  }

  /** These properties as the case has them; `''` where it has none. */
  some(names: Iterable<string>): Readonly<Record<string, string>> {
    return Object.fromEntries([...names].map((name) => [name, this.data.properties[name] ?? '']));
  }
}

/** The case of that id or name; `undefined` when there is none. Throws a {@link Divergence} when there are several. */
export function findCase(
  stage: Stage,
  { subject, on, place }: Pick<LineOf<'expectCase'>, 'subject' | 'on' | 'place'>,
): SeenCase | undefined {
  const { current } = stage;
  const places = {
    device: current === undefined ? [] : [current.sandbox.database],
    server: [stage.server.cases],
  };
  const databases = on === undefined ? [...places.device, ...places.server] : places[on];
  for (const database of databases) {
    const known = database.get(subject);
    if (known !== undefined) return new SeenCase(stage, known);
    const named = [...database.cases()].filter(({ caseName }) => caseName === subject);
    if (named.length > 1) throw manyCases(named, place);
    if (named[0] !== undefined) return new SeenCase(stage, named[0]);
  }
  return undefined;
}

/** Help where no case is called so. */
export function nearestCase(stage: Stage, name: string): string[] {
  const all = [
    stage.server.cases,
    ...[...stage.devices.values()].map(({ sandbox }) => sandbox.database),
  ];
  const names = all.flatMap((database) => [...database.cases()].map(({ caseName }) => caseName));
  const nearest = nearestWord(name, names);
  if (names.includes(name)) return ['There is one on another device, or on the server'];
  return nearest === undefined ? [] : [`Did you mean “${nearest}”?`];
}

function manyCases(named: readonly Case[], place: Place): Divergence {
  const ids = named.map(({ caseId }) => caseId).join(', ');
  const [{ caseName = '' } = {}] = named;
  const subject = { label: caseName, path: '' };
  const actual = `there are ${named.length}: name it by its id (${ids})`;
  return new Divergence({ place, subject, expected: 'one case of that name', actual });
}
