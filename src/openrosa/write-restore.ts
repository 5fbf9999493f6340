import { writeCaseBlock } from '../case/write-case-block.ts';
import type { Case, CaseId } from '../case/case.ts';
import { escapeAttribute, serializeXml } from '../xml/serialize-xml.ts';
import { xmlElement } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { RESPONSE_NAMESPACE } from './response-namespace.ts';
import type { Fixture, Registration, SyncToken } from './restore.ts';
import { RESTORE_NAMESPACE } from './restore-namespace.ts';

const SYNC_NAMESPACE = 'http://commcarehq.org/sync';
const REGISTRATION_NAMESPACE = 'http://openrosa.org/user/registration';

/** What a user is to receive. */
export interface RestoreContent {
  readonly syncToken: SyncToken;
  readonly registration: Registration;
  readonly fixtures: readonly Fixture[];
  /** Written as whole cases, one at a time: a query's rows may come as they are read. */
  readonly cases: Iterable<Case>;
  /** Cases that the client holds by this sync and may not keep. */
  readonly removals: Iterable<CaseId>;
  /**
   * `commcare`: nothing but what CommCare's servers send, for clients of another make, which drop by themselves what is not theirs.
   * Our own, the default, are also told which cases to drop, and that a case comes whole.
   */
  readonly audience?: RestoreAudience;
  /** How many cases there are, where the root is to say how many parts it has. */
  readonly caseCount?: number | undefined;
}

export type RestoreAudience = 'caseload' | 'commcare';

/**
 * The restore response in pieces, each a well-formed part, in the order message, sync, registration, fixtures (each
 * indexed one after its schema), cases, removals: ready to be streamed or joined.
 */
export function* writeRestore(content: RestoreContent): Generator<string> {
  const parts = restoreParts(content);
  yield* parts.start;
  for (const of of content.cases) yield writeRestoredCase(of, content.audience);
  yield* parts.end;
}

/** What stands before and after the cases, for those who do not have these at hand at once. */
export function restoreParts({
  audience = 'caseload',
  ...content
}: Omit<RestoreContent, 'cases'>): {
  readonly start: readonly string[];
  readonly end: readonly string[];
} {
  const first = firstElements(content).map(serializeXml);
  const removals = audience === 'caseload' ? removalsElements(content.removals) : [];
  return {
    start: [openingTag(content.caseCount, first.length + removals.length), ...first],
    end: [...removals.map(serializeXml), '</OpenRosaResponse>'],
  };
}

export function writeRestoredCase(of: Case, audience: RestoreAudience = 'caseload'): string {
  return serializeXml(audience === 'caseload' ? completeCase(of) : writeCaseBlock(of));
}

/** All that stands before the cases. */
function firstElements({
  syncToken,
  registration,
  fixtures,
}: Pick<RestoreContent, 'syncToken' | 'registration' | 'fixtures'>): XmlElement[] {
  return [
    messageElement(registration.username),
    syncElement(syncToken),
    registrationElement(registration),
    ...fixtures.flatMap(fixtureElements),
  ];
}

function openingTag(caseCount: number | undefined, others: number): string {
  const items = caseCount === undefined ? '' : ` items="${caseCount + others}"`;
  return `<OpenRosaResponse xmlns="${escapeAttribute(RESPONSE_NAMESPACE)}"${items}>`;
}

function messageElement(username: string): XmlElement {
  return xmlElement('message', RESPONSE_NAMESPACE, { nature: 'ota_restore_success' }, [
    `Successfully restored account ${username}!`,
  ]);
}

function syncElement(token: SyncToken): XmlElement {
  return xmlElement('Sync', SYNC_NAMESPACE, {}, [leaf('restore_id', SYNC_NAMESPACE, token)]);
}

/** The first four children stand in the order in which devices ask for them; a password is never sent. */
function registrationElement(registration: Registration): XmlElement {
  const { username, userId, date, userData } = registration;
  const data = Object.entries(userData).map(([key, value]) =>
    xmlElement('data', REGISTRATION_NAMESPACE, { key }, value === '' ? [] : [value]),
  );
  return xmlElement('Registration', REGISTRATION_NAMESPACE, {}, [
    leaf('username', REGISTRATION_NAMESPACE, username),
    leaf('password', REGISTRATION_NAMESPACE, ''),
    leaf('uuid', REGISTRATION_NAMESPACE, userId),
    leaf('date', REGISTRATION_NAMESPACE, date),
    xmlElement('user_data', REGISTRATION_NAMESPACE, {}, data),
  ]);
}

function fixtureElements(fixture: Fixture): XmlElement[] {
  const { id, userId, root, indices } = fixture;
  if (indices.length === 0) return [xmlElement('fixture', '', { id, user_id: userId }, [root])];
  const paths = indices.map((path) => leaf('index', '', path));
  return [
    xmlElement('schema', '', { id }, [xmlElement('indices', '', {}, paths)]),
    xmlElement('fixture', '', { id, user_id: userId, indexed: 'true' }, [root]),
  ];
}

/** The block of a case with the mark by which our clients know that nothing else of the case is to stay. */
function completeCase(of: Case): XmlElement {
  const block = writeCaseBlock(of);
  const mark = { name: 'complete', prefix: 'cl', namespace: RESTORE_NAMESPACE, value: 'true' };
  return { ...block, attributes: [...block.attributes, mark] };
}

/** Not called `case`: other clients look for cases inside elements that they do not know. */
function removalsElements(ids: Iterable<CaseId>): XmlElement[] {
  const removed = [...ids].map((id) => leaf('removed', RESTORE_NAMESPACE, id));
  return removed.length === 0 ? [] : [xmlElement('removals', RESTORE_NAMESPACE, {}, removed)];
}

function leaf(name: string, namespace: string, text: string): XmlElement {
  return xmlElement(name, namespace, {}, text === '' ? [] : [text]);
}
