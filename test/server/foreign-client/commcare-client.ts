import { setTimeout as pause } from 'node:timers/promises';
import { CaseSandbox } from './case-sandbox.ts';
import { multipart, send } from './http.ts';
import type { Answer, Part } from './http.ts';
import { at, child, readXml } from './read-xml.ts';
import type { Node } from './read-xml.ts';

export interface ClientOptions {
  /** The server, without a final slash. */
  readonly url: string;
  readonly domain: string;
  /** As it is typed; clients add the project themselves. */
  readonly username: string;
  readonly password: string;
  /** Whether the cases that are not live go after each form, as the profile of an app may ask for. */
  readonly autoPurge?: boolean;
}

/**
 * A client that knows CommCare's protocols and nothing of ours: OpenRosa restore and receiver, sync tokens with a hash of the
 * state, case search and claim. It is strict where clients in the field are.
 */
export class CommCareClient {
  sandbox = new CaseSandbox();
  token: string | undefined;
  user:
    | { readonly username: string; readonly userId: string; readonly data: Map<string, string> }
    | undefined;
  readonly fixtures = new Map<string, Node>();
  readonly schemas = new Set<string>();
  /** The statuses of the restores of the last sync. */
  statuses: number[] = [];

  constructor(readonly options: ClientOptions) {}

  /** Brings the device up to date: what is pending is waited for, and a state that does not match means starting over. */
  async sync(): Promise<void> {
    this.statuses = [];
    let answer = await this.restore();
    if (answer.status === 412) {
      this.forget();
      answer = await this.restore();
    }
    if (answer.status !== 200) throw new Error(`restore: ${answer.status} ${answer.text}`);
    this.takeIn(readXml(answer.text));
  }

  private async restore(): Promise<Answer> {
    for (;;) {
      const answer = await this.askForRestore();
      this.statuses.push(answer.status);
      if (answer.status !== 202) return answer;
      const progress = at(readXml(answer.text), 'Sync', 'progress').attributes;
      if (!(Number(progress['done']) <= Number(progress['total']))) throw new Error('no progress');
      await pause(Number(answer.headers['retry-after']) * 1000);
    }
  }

  askForRestore(further: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const { token } = this;
    const query = new URLSearchParams({ version: '2.0', device_id: 'foreign', ...further });
    if (token !== undefined) query.set('since', token);
    if (token !== undefined) query.set('state', this.sandbox.stateHash());
    return this.get(`phone/restore/?${query.toString()}`, {
      'X-OpenRosa-DeviceId': 'foreign',
      ...(token === undefined ? {} : { 'X-CommCareHQ-LastSyncToken': token }),
    });
  }

  private forget(): void {
    this.sandbox = new CaseSandbox();
    this.token = undefined;
    this.fixtures.clear();
  }

  private takeIn(response: Node): void {
    if (response.name !== 'OpenRosaResponse') throw new Error(`<${response.name}>`);
    for (const node of response.children) this.takeInPart(node);
    if (this.user === undefined) throw new Error('no Registration');
    this.sandbox.purge(this.owners());
  }

  private takeInPart(node: Node): void {
    switch (node.name.toLowerCase()) {
      case 'sync':
        this.token = at(node, 'restore_id').text;
        break;
      case 'registration':
        this.user = readRegistration(node);
        break;
      case 'schema':
        this.schemas.add(node.attributes['id']!);
        break;
      case 'fixture':
        this.takeInFixture(node);
        break;
      case 'case':
        this.sandbox.applyAll(node, this.user!.userId);
    }
  }

  private takeInFixture(node: Node): void {
    const { id, indexed } = node.attributes;
    if (id === undefined || node.children.length !== 1) throw new Error(`fixture ${id}`);
    if (indexed === 'true' && !this.schemas.has(id)) throw new Error(`no schema before ${id}`);
    this.fixtures.set(id, node.children[0]!);
  }

  /** The groups and locations that the user's forms may give cases to. */
  groups(): readonly Node[] {
    return this.fixtures.get('user-groups')!.children;
  }

  owners(): ReadonlySet<string> {
    return new Set([
      this.user!.userId,
      ...this.groups().map(({ attributes }) => attributes['id']!),
    ]);
  }

  /** Applies a form here and sends it, as devices do. */
  async submit(
    xml: string,
    attachments: readonly Part[] = [],
    path = 'receiver/',
  ): Promise<Answer> {
    this.sandbox.applyAll(readXml(xml), this.user!.userId);
    if (this.options.autoPurge) this.sandbox.purge(this.owners());
    return this.post(path, xml, attachments);
  }

  /** Only sends it. */
  post(path: string, xml: string, attachments: readonly Part[] = []): Promise<Answer> {
    const form = { name: 'xml_submission_file', file: 'form.xml', type: 'text/xml', bytes: xml };
    const { type, body } = multipart([form, ...attachments]);
    const token = this.token === undefined ? {} : { 'X-CommCareHQ-LastSyncToken': this.token };
    return this.send(path, { method: 'POST', headers: { 'Content-Type': type, ...token }, body });
  }

  /** The case elements that a search finds. */
  async search(query: string): Promise<readonly Node[]> {
    const answer = await this.get(`phone/search/?${query}`);
    if (answer.status !== 200) throw new Error(`search: ${answer.status} ${answer.text}`);
    return readXml(answer.text).children;
  }

  claim(caseId: string): Promise<Answer> {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ case_id: caseId }).toString();
    return this.send('phone/claim-case/', { method: 'POST', headers, body });
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send(path, { headers });
  }

  send(path: string, sent: Parameters<typeof send>[1]): Promise<Answer> {
    const { url, domain, username, password } = this.options;
    const name = `${username}@${domain}.commcarehq.org`;
    const Authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
    const headers = { 'X-OpenRosa-Version': '3.0', Authorization, ...sent.headers };
    return send(`${url}/a/${domain}/${path}`, { ...sent, headers });
  }
}

/** The parser of devices asks for the first four one after the other. */
function readRegistration(node: Node): NonNullable<CommCareClient['user']> {
  const order = node.children.map(({ name }) => name).join(' ');
  if (!/^username password uuid date( user_data)?$/.test(order)) throw new Error(order);
  const data = (child(node, 'user_data')?.children ?? []).map(
    ({ attributes, text }) => [attributes['key']!, text] as const,
  );
  const [username, , userId] = node.children.map(({ text }) => text);
  return { username: username!, userId: userId!, data: new Map(data) };
}

/** What the message of an answer says, and of what nature it is. */
export function messageOf({ text }: Answer): { readonly nature: string; readonly text: string } {
  const response = readXml(text);
  const message = at(response, 'message');
  if (response.namespace !== 'http://openrosa.org/http/response') throw new Error(text);
  return { nature: message.attributes['nature'] ?? '', text: message.text };
}
