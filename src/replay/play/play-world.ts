import { parseXml } from '../../xml/parse-xml.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { LineOf } from '../format/line-shapes.ts';
import { Divergence } from './divergence.ts';
import type { Stage } from './stage.ts';

// The lines that say how the project is. What a second line with the same id leaves out stays as it was.

export function playUser({ directory }: Stage, line: LineOf<'user'>): void {
  const known = directory.user(line.subject);
  directory.putUser({
    userId: line.subject,
    name: line.name ?? known?.name ?? line.subject,
    kind: (line.web ?? known?.kind === 'web') ? 'web' : 'mobile',
    groups: line.groups ?? known?.groups ?? [],
    locations: line.locations ?? known?.locations ?? [],
    data: line.data ?? known?.data ?? {},
  });
}

export function playGroup({ directory }: Stage, line: LineOf<'group'>): void {
  const known = directory.group(line.subject);
  directory.putGroup({
    groupId: line.subject,
    name: line.name ?? known?.name ?? line.subject,
    caseSharing: line.sharing ?? known?.caseSharing ?? true,
    groupData: line.data ?? known?.groupData ?? {},
  });
}

export function playLevel({ directory }: Stage, line: LineOf<'level'>): void {
  const known = directory.level(line.subject);
  directory.putLevel({
    code: line.subject,
    name: line.name ?? known?.name ?? line.subject,
    ownsCases: line.ownsCases ?? known?.ownsCases ?? false,
    viewDescendants: line.viewsBelow ?? known?.viewDescendants ?? false,
  });
}

export function playLocation({ directory }: Stage, line: LineOf<'location'>): void {
  const { subject, level, parent, place } = line;
  const known = directory.location(subject);
  if (directory.level(level) === undefined) throw absent('level', level, line);
  if (parent !== undefined && directory.location(parent) === undefined)
    throw absent('location', parent, { place });
  directory.putLocation({
    ...{ locationId: subject, typeCode: level, siteCode: subject },
    ...{ externalId: '', latitude: '', longitude: '' },
    parentId: parent ?? known?.parentId ?? null,
    name: line.name ?? known?.name ?? subject,
    archived: line.archived ?? known?.archived ?? false,
    locationData: line.data ?? known?.locationData ?? {},
  });
}

export function playCase({ server, environment }: Stage, line: LineOf<'case'>): void {
  const now = new Date(environment.now()).toISOString();
  const known = server.cases.get(line.subject);
  const indices = line.indices?.map(({ type, ...rest }) => ({ ...rest, caseType: type }));
  server.put({
    ...{ caseId: line.subject, caseType: line.type, caseName: line.name, ownerId: line.owner },
    status: line.status ?? known?.status ?? 'open',
    dateOpened: line.opened ?? known?.dateOpened ?? now,
    ...{ lastModified: now, userId: known?.userId ?? '', category: '', state: '' },
    externalId: line.externalId ?? known?.externalId ?? '',
    properties: line.properties ?? known?.properties ?? {},
    indices: indices ?? known?.indices ?? [],
    attachments: known?.attachments ?? [],
  });
}

export function playFixture({ server }: Stage, { subject, xml, place }: LineOf<'fixture'>): void {
  try {
    const root = parseXml(xml, `${place.file}:${place.line}`);
    server.fixtures.push({ id: subject, userId: undefined, root, indices: [] });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    throw new Divergence({ place, expected: 'a lookup table in XML', actual: error.message });
  }
}

function absent(
  what: string,
  id: string,
  { place }: Pick<LineOf<'location'>, 'place'>,
): Divergence {
  return new Divergence({
    place,
    expected: `the ${what} ${id} on a line before this one`,
    actual: 'there is none',
  });
}
