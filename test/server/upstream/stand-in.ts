import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Who signed it by HTTP Basic; `''` when that was wrong. */
  readonly user: string;
}

type Reply = (response: ServerResponse, arrived: Arrived) => void;

const DOMAIN = 'clinic';
const USERS: Readonly<Record<string, { password: string; id: string; name: string }>> = {
  'amina@clinic.commcarehq.org': { password: 'karibu: 1', id: 'u-amina', name: 'Amina' },
  'ben@clinic.commcarehq.org': { password: 'ben-ben', id: 'u-ben', name: 'Ben' },
};

/** A server of CommCare's kind over real HTTP, from the description of its protocols: restore, receiver, search, claim, apps. */
export class StandIn {
  readonly domain = DOMAIN;
  readonly arrived: Arrived[] = [];
  /** Replies that come in place of the usual ones, in turn, for requests whose path begins so. */
  readonly #special: { path: string; reply: Reply }[] = [];
  readonly #forms: { user: string; xml: string }[] = [];
  readonly #server: Server;
  #port = 0;
  ccz = new Uint8Array();

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async open(): Promise<StandIn> {
    const standIn = new StandIn();
    await standIn.#listen(0);
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Back again after {@link close}. */
  reopen(): Promise<void> {
    return this.#listen(this.#port);
  }

  /** As it was in the beginning. */
  reset(): void {
    this.arrived.length = 0;
    this.#special.length = 0;
    this.#forms.length = 0;
    USERS_NOW.clear();
  }

  async #listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  next(path: string, ...replies: Reply[]): void {
    this.#special.push(...replies.map((reply) => ({ path: `/a/${DOMAIN}/${path}`, reply })));
  }

  changePassword(username: string, password: string): void {
    USERS_NOW.set(`${username}@${DOMAIN}.commcarehq.org`, password);
  }

  last(path: string): Arrived {
    return this.arrived.findLast((each) => each.path.startsWith(`/a/${DOMAIN}/${path}`))!;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://x');
    const arrived: Arrived = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
      user: userOf(request.headers.authorization ?? ''),
    };
    this.arrived.push(arrived);
    // Every answer tries to leave a session behind.
    response.setHeader('Set-Cookie', `sessionid=${arrived.user || 'nobody'}; Path=/`);
    if (arrived.user === '') return void response.writeHead(401).end('<html>Sign in</html>');
    const at = this.#special.findIndex(({ path }) => arrived.path.startsWith(path));
    if (at >= 0) return this.#special.splice(at, 1)[0]!.reply(response, arrived);
    this.#usual(response, arrived);
  }

  #usual(response: ServerResponse, arrived: Arrived): void {
    const path = arrived.path.slice(`/a/${DOMAIN}/`.length);
    const { id } = USERS[arrived.user]!;
    if (path === 'phone/restore/') {
      if (arrived.query.get('version') !== '2.0') return void response.writeHead(400).end();
      return xml(200, restore(arrived, this.#forms))(response, arrived);
    }
    if (/^receiver\//.test(path)) {
      this.#forms.push({ user: id, xml: formIn(arrived.body) });
      return message(201, 'submit_success', '   √   ')(response, arrived);
    }
    if (/^phone\/search\/app1\/$/.test(path))
      return xml(200, '<results id="case"/>')(response, arrived);
    if (path === 'phone/claim-case/') return void response.writeHead(201).end();
    if (path === 'apps/api/download_ccz/' && arrived.query.get('app_id') !== 'gone')
      return void response
        .writeHead(200, { 'Content-Type': 'application/zip' })
        .end(Buffer.from(this.ccz));
    response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html>not found</html>');
  }
}

const USERS_NOW = new Map<string, string>();

function userOf(authorization: string): string {
  const [scheme, encoded = ''] = authorization.split(' ');
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const name = text.slice(0, text.indexOf(':'));
  const password = USERS_NOW.get(name) ?? USERS[name]?.password;
  return scheme === 'Basic' && text === `${name}:${password}` ? name : '';
}

function formIn(body: string): string {
  return /<data[\s\S]*<\/data>/.exec(body)?.[0] ?? '';
}

function restore(
  { user, query }: Arrived,
  forms: readonly { user: string; xml: string }[],
): string {
  const { id, name } = USERS[user]!;
  const own = forms.filter((form) => form.user === id);
  const cases = own.flatMap(({ xml: text }) => /<case[\s\S]*<\/case>/.exec(text) ?? []);
  return `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="ota_restore_success">Successfully restored account ${name}!</message>
  <Sync xmlns="http://commcarehq.org/sync"><restore_id>${id}-${own.length}-${query.get('since') ?? 'all'}</restore_id></Sync>
  <Registration xmlns="http://openrosa.org/user/registration"><username>${user.split('@')[0]}</username><password>x</password><uuid>${id}</uuid><date>2026-01-01</date>
  <user_data><data key="commcare_first_name">${name}</data></user_data></Registration>
  <fixture id="user-groups" user_id="${id}"><groups/></fixture>${cases.join('')}</OpenRosaResponse>`;
}

/** An answer in XML. */
export function xml(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'text/xml; charset=utf-8', ...headers }).end(body);
  };
}

/** An OpenRosa answer with one message. */
export function message(
  status: number,
  nature: string,
  text: string,
  headers: Record<string, string> = {},
): Reply {
  return xml(
    status,
    `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="${nature}">${text}</message></OpenRosaResponse>`,
    headers,
  );
}

/** 202: the restore is not ready. */
export function pending(done: number, total: number, after: number): Reply {
  return xml(
    202,
    `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="ota_restore_pending">Not ready</message>
    <Sync xmlns="http://commcarehq.org/sync"><progress total="${total}" done="${done}" retry-after="${after}"/></Sync></OpenRosaResponse>`,
    { 'Retry-After': String(after) },
  );
}

/** A page for people. */
export function page(status: number, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response
      .writeHead(status, { 'Content-Type': 'text/html', ...headers })
      .end('<html>CommCare HQ</html>');
  };
}
