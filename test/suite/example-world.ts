import { CaseDatabase } from '../../src/case/case-database.ts';
import type { Case } from '../../src/case/case.ts';
import { casedbDocument } from '../../src/case/casedb-document.ts';
import type { AppWorld } from '../../src/suite/app-world.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { staticDocument } from '../../src/xpath/static-node.ts';

/** A case with what a test names; the rest is of no account. */
export function exampleCase(
  caseId: string,
  caseType: string,
  caseName: string,
  more: Partial<Case> = {},
): Case {
  return {
    caseId,
    caseType,
    caseName,
    ownerId: 'group1',
    status: 'open',
    dateOpened: '2026-01-01',
    lastModified: '2026-01-01T00:00:00Z',
    userId: 'user1',
    externalId: '',
    category: '',
    state: '',
    properties: {},
    indices: [],
    attachments: [],
    ...more,
  };
}

/** A world with these cases and as many case sharing groups; uuids are `uuid-1`, `uuid-2` … */
export function exampleWorld(
  cases: readonly Case[] = [],
  more: Partial<AppWorld> & { readonly groups?: number } = {},
): AppWorld {
  let uuids = 0;
  const { groups = 1, ...rest } = more;
  const casedb = casedbDocument(new CaseDatabase(cases));
  const fixture = parseXml(`<groups>${'<group id="g"/>'.repeat(groups)}</groups>`, 'groups');
  return {
    environment: {
      now: () => Date.UTC(2026, 5, 15, 12),
      timeZone: 'UTC',
      random: () => 0.5,
      uuid: () => `uuid-${++uuids}`,
      here: () => '',
    },
    language: 'en',
    context: { deviceid: 'device', appversion: '1', username: 'amina', userid: 'user1' },
    userData: { role: 'worker' },
    instance(src) {
      if (src === 'jr://instance/casedb') return casedb;
      return src === 'jr://fixture/user-groups' ? staticDocument(fixture) : undefined;
    },
    ...rest,
  };
}
