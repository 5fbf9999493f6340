import { createHash } from 'node:crypto';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { loadCcz } from '../../suite/load-ccz.ts';
import type { Credentials, UpstreamClient } from './upstream-client.ts';
import { bytesOf, UpstreamUnreachableError } from './upstream-client.ts';
import type { UpstreamApp } from './upstream-options.ts';

const MOST_BYTES = 256 * 2 ** 20;

/** The apps of the other server's project, and which of them a form belongs to. */
export class UpstreamApps {
  readonly list: readonly UpstreamApp[];
  readonly #client: UpstreamClient;
  /** By app, the namespaces of its forms as they were last read, and what the archive came to. */
  readonly #read = new Map<string, { digest: string; forms: ReadonlySet<string> }>();
  /** By app, a reading that goes on. */
  readonly #readings = new Map<string, Promise<boolean>>();

  constructor(client: UpstreamClient, apps: readonly UpstreamApp[]) {
    this.#client = client;
    this.list = apps;
  }

  /** Then all forms are of this one, and no archive has to be read. */
  get isOne(): boolean {
    return this.list.length === 1;
  }

  /** The latest released version as a `.ccz`. Throws UpstreamUnreachableError. */
  download(credentials: Credentials, { id }: UpstreamApp): Promise<Response> {
    const query = new URLSearchParams({ app_id: id, latest: 'release' });
    return this.#client.ask(credentials, `apps/api/download_ccz/?${query}`, { patience: 120_000 });
  }

  /**
   * The app that a form of this namespace is sent for; `undefined` when none of the apps has it. Throws UpstreamUnreachableError, also
   * when that cannot be told because one of the apps could not be read.
   */
  async appOf(credentials: Credentials, xmlns: string): Promise<UpstreamApp | undefined> {
    const [only, second] = this.list;
    if (second === undefined) return only;
    return this.#known(xmlns) ?? this.#knownAfterReading(credentials, xmlns);
  }

  #known(xmlns: string): UpstreamApp | undefined {
    return this.list.find(({ id }) => this.#read.get(id)?.forms.has(xmlns));
  }

  /** Form by form of apps that nobody has opened here since the server started. */
  async #knownAfterReading(
    credentials: Credentials,
    xmlns: string,
  ): Promise<UpstreamApp | undefined> {
    let isSure = true;
    for (const app of this.list.filter(({ id }) => !this.#read.has(id))) {
      isSure = (await this.#readOnce(credentials, app)) && isSure;
    }
    const known = this.#known(xmlns);
    if (known === undefined && !isSure) throw unreadable();
    return known;
  }

  /** Whether the app is read or not this user's. Many forms at once wait for one download; one user's refusal is not another's. */
  async #readOnce(credentials: Credentials, app: UpstreamApp): Promise<boolean> {
    await this.#readings.get(app.id);
    if (this.#read.has(app.id)) return true;
    const reading = this.#readNow(credentials, app);
    this.#readings.set(app.id, reading);
    const isSure = await reading;
    if (this.#readings.get(app.id) === reading) this.#readings.delete(app.id);
    return isSure;
  }

  async #readNow(credentials: Credentials, app: UpstreamApp): Promise<boolean> {
    try {
      const answer = await this.download(credentials, app);
      if (answer.status === 200) return this.remember(app, await bytesOf(answer, MOST_BYTES));
      await answer.body?.cancel();
      return answer.status === 403 || answer.status === 404;
    } catch (error) {
      if (error instanceof UpstreamUnreachableError) return false;
      throw error;
    }
  }

  /** Reads which forms an archive has; `false` for what is no archive, such as a page. A damaged one has none. */
  remember({ id }: UpstreamApp, archive: Uint8Array): boolean {
    if (archive[0] !== 0x50 || archive[1] !== 0x4b) return false;
    const digest = createHash('sha256').update(archive).digest('hex');
    if (this.#read.get(id)?.digest !== digest)
      this.#read.set(id, { digest, forms: new Set(formsIn(archive, id)) });
    return true;
  }
}

function unreadable(): UpstreamUnreachableError {
  const message = 'The project’s server does not tell just now which app the form belongs to.';
  return new UpstreamUnreachableError(message, 503);
}

function formsIn(archive: Uint8Array, id: string): Iterable<string> {
  return readable(archive, id)?.forms.keys() ?? [];
}

function readable(archive: Uint8Array, id: string): AppDefinition | undefined {
  try {
    return loadCcz(archive, `${id}.ccz`);
  } catch {
    return undefined;
  }
}
