import type { Case, OwnerId } from '../../case/case.ts';
import type { LineOf } from '../format/line-shapes.ts';
import { Divergence } from './divergence.ts';
import type { Stage } from './stage.ts';

/** What has to be true of the cases of every project, whatever its apps do. */
export function playExpectSound(stage: Stage, { place }: LineOf<'expectSound'>): void {
  const [first] = unsoundCases(stage);
  if (first === undefined) return;
  throw new Divergence({
    place,
    subject: { label: first.case.caseName, path: first.case.caseId },
    expected: 'that every case has an owner, and all that its indices lead to is there',
    actual: first.fault,
  });
}

export interface UnsoundCase {
  readonly case: Case;
  /** As in “but …”. */
  readonly fault: string;
}

/** Cases of the server that nobody of the project owns, or that point to nothing; and such on the devices. */
export function unsoundCases({ server, directory, devices }: Stage): UnsoundCase[] {
  const { groups, locations } = directory.rows;
  const users = [...directory.users].map(({ userId }) => userId);
  const places = locations.map(({ locationId }) => locationId);
  const owners = new Set([...users, ...groups.map(({ groupId }) => groupId), ...places]);
  const onDevices = [...devices.values()].flatMap(({ sandbox, userId }) =>
    [...sandbox.database.cases()].flatMap((of) => {
      const lost = lostTarget(of, (id) => sandbox.database.get(id) !== undefined);
      return lost === undefined ? [] : [{ case: of, fault: `${lost} on the device of ${userId}` }];
    }),
  );
  const onServer = [...server.cases.cases()].flatMap((of) => {
    const fault =
      ownerFault(of, owners) ?? lostTarget(of, (id) => server.cases.get(id) !== undefined);
    return fault === undefined ? [] : [{ case: of, fault }];
  });
  return [...onServer, ...onDevices];
}

/** CommCare's owner of a case that only goes where its host goes. */
const NOBODY = '-';

function ownerFault(of: Case, owners: ReadonlySet<OwnerId>): string | undefined {
  const isExtension = of.indices.some(({ relationship }) => relationship === 'extension');
  if (owners.has(of.ownerId) || (of.ownerId === NOBODY && isExtension)) return undefined;
  return of.ownerId === '' ? 'it has no owner' : `its owner ${of.ownerId} is nobody of the project`;
}

function lostTarget({ indices }: Case, isThere: (id: string) => boolean): string | undefined {
  const lost = indices.find(({ target }) => target !== '' && !isThere(target));
  return lost && `its ${lost.name} ${lost.target} is not there`;
}
