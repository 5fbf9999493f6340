import { expect } from 'chai';
import { writeSubmissionResponse } from '../../src/openrosa/submission-response.ts';
import type { SubmissionAttachment } from '../../src/openrosa/submission.ts';
import { WorkCancelled } from '../../src/sync/pace.ts';
import { FetchTransport } from '../../src/storage/fetch-transport.ts';

const submission = {
  instanceId: 'i1',
  xml: '<data>ü</data>',
  attachments: [{ name: 'photo.jpg', mediaType: 'image/jpeg', bytes: new Uint8Array([1, 255]) }],
};

const user = { username: 'david', userId: 'u1', displayName: 'David', project: 'Village health' };

/** The network: what is asked is kept, and answered as the test says. */
class FakeNetwork {
  readonly requests: Request[] = [];
  readonly #fetch = globalThis.fetch;

  answer(...answers: (Response | Error)[]): void {
    globalThis.fetch = async (input, init) => {
      this.requests.push(new Request(input, init));
      const answer = answers.shift();
      if (answer instanceof Response) return answer;
      throw answer ?? new TypeError('Failed to fetch');
    };
  }

  end(): void {
    globalThis.fetch = this.#fetch;
  }
}

function openRosa(status: number, message: string, headers: Record<string, string> = {}): Response {
  const xml = `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="x">${message}</message></OpenRosaResponse>`;
  return new Response(xml, { status, headers });
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers });
}

describe('FetchTransport', () => {
  let network: FakeNetwork;
  const transport = new FetchTransport('https://example.org');

  beforeEach(() => {
    network = new FakeNetwork();
  });

  afterEach(() => network.end());

  it('posts the form and its attachments as OpenRosa says', async () => {
    network.answer(openRosa(201, 'Thanks'));
    const reply = await transport.submit(submission);
    expect(reply).to.deep.equal({ kind: 'accepted', message: 'Thanks' });
    const request = network.requests[0]!;
    expect(request).to.include({ method: 'POST', url: 'https://example.org/api/receiver' });
    expect(request.headers.get('X-OpenRosa-Version')).to.equal('3.0');
    const body = await request.formData();
    const form = body.get('xml_submission_file') as File;
    expect(form.type).to.equal('text/xml');
    expect(await form.text()).to.equal('<data>ü</data>');
    const photo = body.get('photo.jpg') as File;
    expect([photo.name, photo.type]).to.deep.equal(['photo.jpg', 'image/jpeg']);
    expect(new Uint8Array(await photo.arrayBuffer())).to.deep.equal(new Uint8Array([1, 255]));
  });

  describe('with files', () => {
    const file = (name: string, size: number) => ({
      name,
      mediaType: 'image/jpeg',
      bytes: new Uint8Array(size).fill(name.charCodeAt(0)),
    });
    const many = {
      ...submission,
      attachments: [file('a.jpg', 30 * 2 ** 20), file('b.jpg', 30 * 2 ** 20), file('c.jpg', 10)],
    };
    const kept = async (...files: readonly { bytes: Uint8Array<ArrayBuffer> }[]) => {
      const hashes = await Promise.all(
        files.map(async ({ bytes }) =>
          [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
            .map((byte) => byte.toString(16).padStart(2, '0'))
            .join(''),
        ),
      );
      const receipts = hashes.map((sha256) => ({ name: 'x', sha256 }));
      const xml = writeSubmissionResponse('submit_success', 'Thanks', receipts);
      return new Response(xml, { status: 201 });
    };
    const namesIn = async (request: Request) => [...(await request.formData()).keys()];
    const [a, b, c] = many.attachments as [
      SubmissionAttachment,
      SubmissionAttachment,
      SubmissionAttachment,
    ];

    it('sends large files in several requests, each with the form', async () => {
      network.answer(await kept(a), await kept(a, b, c));
      expect(await transport.submit(many)).to.include({ kind: 'accepted' });
      const names = await Promise.all(network.requests.map(namesIn));
      expect(names).to.deep.equal([
        ['xml_submission_file', 'a.jpg', '*isIncomplete*'],
        ['xml_submission_file', 'b.jpg', 'c.jpg'],
      ]);
    });

    it('does not send again what the server says it keeps from an earlier attempt', async () => {
      network.answer(await kept(a, b, c));
      expect(await transport.submit(many)).to.include({ kind: 'accepted' });
      expect(network.requests).to.have.length(1);
    });

    it('sends the same bytes under each of their names', async () => {
      const twin = { ...a, name: 'd.jpg' };
      network.answer(await kept(a), await kept(a, a));
      const twice = { ...submission, attachments: [a, twin] };
      expect(await transport.submit(twice)).to.include({ kind: 'accepted' });
      expect(await namesIn(network.requests[1]!)).to.deep.equal(['xml_submission_file', 'd.jpg']);
    });

    it('sends all of them to a server that confirms none', async () => {
      network.answer(openRosa(201, 'Thanks'), openRosa(201, 'Thanks'));
      expect(await transport.submit(many)).to.include({ kind: 'accepted' });
      expect(network.requests).to.have.length(2);
    });

    it('keeps the form when a file that was sent is not confirmed', async () => {
      network.answer(await kept(b));
      const reply = await transport.submit(many);
      expect(reply).to.include({ kind: 'retry' });
      expect((reply as { message: string }).message).to.contain('a.jpg');
    });

    it('stops at the first request that is not answered with success', async () => {
      network.answer(await kept(a), openRosa(503, 'Busy'));
      expect(await transport.submit(many)).to.include({ kind: 'retry', message: 'Busy' });
    });
  });

  it('tells a form that is refused from one that has to wait', async () => {
    network.answer(
      openRosa(422, 'Bad block'),
      openRosa(503, 'Busy', { 'Retry-After': '30' }),
      openRosa(401, 'Sign in'),
      new Response('<html>hotel</html>', { status: 200 }),
    );
    expect(await transport.submit(submission)).to.deep.equal({
      kind: 'rejected',
      message: 'Bad block',
    });
    const busy = { kind: 'retry', message: 'Busy', afterSeconds: 30 };
    expect(await transport.submit(submission)).to.deep.equal(busy);
    expect(await transport.submit(submission)).to.include({ kind: 'signIn' });
    expect(await transport.submit(submission)).to.include({ kind: 'retry' });
  });

  it('says that it is offline when no answer comes, and when one breaks off', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('gone')),
    });
    network.answer(new TypeError('Failed to fetch'), new Response(broken, { status: 201 }));
    expect(await transport.submit(submission)).to.deep.equal({
      kind: 'offline',
      message: 'Failed to fetch',
    });
    expect(await transport.submit(submission)).to.include({ kind: 'offline' });
    for (const ask of [transport.whoAmI(), transport.signOut(), transport.restore(undefined)]) {
      expect(await ask).to.include({ kind: 'offline' });
    }
  });

  it('asks for a restore with the token, and without one for everything', async () => {
    network.answer(new Response('<a/>'), new Response('<b/>'));
    expect(await transport.restore('a b&c')).to.deep.equal({ kind: 'restored', xml: '<a/>' });
    expect(await transport.restore(undefined)).to.deep.equal({ kind: 'restored', xml: '<b/>' });
    const urls = network.requests.map((request) => request.url);
    expect(urls).to.deep.equal([
      'https://example.org/api/restore?version=2.0&since=a%20b%26c',
      'https://example.org/api/restore?version=2.0',
    ]);
  });

  it('tells how much of a long restore has come', async () => {
    const heard: number[] = [];
    network.answer(new Response('x'.repeat(600 * 1024)));
    const reply = await transport.restore(undefined, { onReceived: (bytes) => heard.push(bytes) });
    expect(reply).to.include({ kind: 'restored' });
    expect(heard.length).to.be.greaterThan(0);
    expect(heard.at(-1)).to.be.at.most(600 * 1024);
    expect(heard).to.deep.equal(heard.toSorted((a, b) => a - b));
  });

  it('stops fetching a restore that is not wanted any more', async () => {
    const cancelling = new AbortController();
    const endless = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(300 * 1024));
        cancelling.abort();
        controller.error(new Error('aborted'));
      },
    });
    network.answer(new Response(endless));
    const watch = { cancelled: cancelling.signal, onReceived: () => undefined };
    const end = await transport.restore(undefined, watch).catch((error: unknown) => error);
    expect(end).to.be.instanceOf(WorkCancelled);
    expect(network.requests[0]?.signal.aborted).to.equal(true);
  });

  it('asks nothing of a browser that is not two years old', async () => {
    const { any } = AbortSignal;
    Object.assign(AbortSignal, { any: undefined });
    try {
      network.answer(new Response('<r/>'));
      expect(await transport.restore(undefined)).to.include({ kind: 'restored' });
    } finally {
      Object.assign(AbortSignal, { any });
    }
  });

  it('gives each answer to a restore its meaning', async () => {
    const statuses = [412, 401, 403, 500, 429, 400];
    network.answer(...statuses.map((status) => openRosa(status, '')));
    const kinds: string[] = [];
    for (const _ of statuses) kinds.push((await transport.restore('t')).kind);
    expect(kinds).to.deep.equal(['unknownToken', 'signIn', 'signIn', 'retry', 'retry', 'refused']);
  });

  it('signs in with name and password, and knows who that is', async () => {
    network.answer(json(200, { ...user, groups: [{ id: 'G1', name: 'Village A' }], secret: 1 }));
    const reply = await transport.signIn('david', 'pass');
    const groups = [{ id: 'G1', name: 'Village A', kind: '', members: [] }];
    const rest = { domain: 'Village health', language: '', role: '', actedBy: '', groups };
    expect(reply).to.deep.equal({ kind: 'signedIn', user: { ...user, ...rest } });
    const request = network.requests[0]!;
    expect(request).to.include({ method: 'POST', url: 'https://example.org/api/sign-in' });
    expect(request.headers.get('Content-Type')).to.equal('application/json');
    expect(await request.json()).to.deep.equal({ username: 'david', password: 'pass' });
  });

  it('tells a wrong password from too many attempts', async () => {
    network.answer(
      json(401, { message: 'Wrong' }),
      json(429, { message: 'Too many' }, { 'Retry-After': '9' }),
    );
    expect(await transport.signIn('d', 'x')).to.deep.equal({ kind: 'refused', message: 'Wrong' });
    const wait = { kind: 'retry', message: 'Too many', afterSeconds: 9 };
    expect(await transport.signIn('d', 'x')).to.deep.equal(wait);
  });

  it('does not take the page of a hotel for a session', async () => {
    network.answer(new Response('<html>'), json(200, null), json(401, { message: 'Sign in' }));
    expect(await transport.whoAmI()).to.include({ kind: 'offline' });
    expect(await transport.whoAmI()).to.include({ kind: 'offline' });
    expect(await transport.whoAmI()).to.deep.equal({ kind: 'signIn', message: 'Sign in' });
  });

  it('is signed out when the session had ended already', async () => {
    network.answer(json(401, {}), new Response(null, { status: 204 }), json(500, {}));
    const kinds: string[] = [];
    for (let ask = 0; ask < 3; ask++) kinds.push((await transport.signOut()).kind);
    expect(kinds).to.deep.equal(['signedOut', 'signedOut', 'offline']);
  });
});
