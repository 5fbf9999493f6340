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
}

/**
 * The restore response in pieces, each a well-formed part, in the order message, sync, registration, fixtures (each
 * indexed one after its schema), cases, removals: ready to be streamed or joined.
 */
export function* writeRestore(content: RestoreContent): Generator<string> {
  const { syncToken, registration, fixtures, cases, removals } = content;
  yield `<OpenRosaResponse xmlns="${escapeAttribute(RESPONSE_NAMESPACE)}">`;
  yield serializeXml(messageElement(registration.username));
  yield serializeXml(syncElement(syncToken));
  yield serializeXml(registrationElement(registration));
  for (const fixture of fixtures) yield* fixtureElements(fixture).map(serializeXml);
  for (const of of cases) yield serializeXml(completeCase(of));
  const removed = [...removals];
  if (removed.length > 0) yield serializeXml(removalsElement(removed));
  yield '</OpenRosaResponse>';
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
function removalsElement(ids: readonly CaseId[]): XmlElement {
  const removed = ids.map((id) => leaf('removed', RESTORE_NAMESPACE, id));
  return xmlElement('removals', RESTORE_NAMESPACE, {}, removed);
}

function leaf(name: string, namespace: string, text: string): XmlElement {
  return xmlElement(name, namespace, {}, text === '' ? [] : [text]);
}
