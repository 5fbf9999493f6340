import type { AppDefinition } from '../../suite/app-definition.ts';
import { loadCcz } from '../../suite/load-ccz.ts';
import type { Credentials, UpstreamClient } from './upstream-client.ts';
import { bytesOf } from './upstream-client.ts';
import type { UpstreamApp } from './upstream-options.ts';

const MOST_BYTES = 256 * 2 ** 20;

/** The apps of the other server's project, and which of them a form belongs to. */
export class UpstreamApps {
  readonly list: readonly UpstreamApp[];
  readonly #client: UpstreamClient;
  /** By app, the namespaces of its forms as they were last read. */
  readonly #forms = new Map<string, ReadonlySet<string>>();

  constructor(client: UpstreamClient, apps: readonly UpstreamApp[]) {
    this.#client = client;
    this.list = apps;
  }

  /** The latest released version as a `.ccz`. Throws UpstreamUnreachableError. */
  download(credentials: Credentials, { id }: UpstreamApp): Promise<Response> {
    const query = new URLSearchParams({ app_id: id, latest: 'release' });
    return this.#client.ask(credentials, `apps/api/download_ccz/?${query}`, { patience: 120_000 });
  }

  /** The app that a form of this namespace is sent for; `undefined` when none of the apps has it. Throws UpstreamUnreachableError. */
  async appOf(credentials: Credentials, xmlns: string): Promise<UpstreamApp | undefined> {
    const [only, second] = this.list;
    if (second === undefined) return only;
    return this.#known(xmlns) ?? this.#knownAfterReading(credentials, xmlns);
  }

  #known(xmlns: string): UpstreamApp | undefined {
    return this.list.find(({ id }) => this.#forms.get(id)?.has(xmlns));
  }

  /** Form by form of apps that nobody has opened here since the server started. */
  async #knownAfterReading(
    credentials: Credentials,
    xmlns: string,
  ): Promise<UpstreamApp | undefined> {
    for (const app of this.list.filter(({ id }) => !this.#forms.has(id))) {
      const answer = await this.download(credentials, app);
      if (answer.status === 200) this.remember(app, await bytesOf(answer, MOST_BYTES));
    }
    return this.#known(xmlns);
  }

  /** Reads which forms an archive has. One that cannot be read has none. */
  remember({ id }: UpstreamApp, archive: Uint8Array): void {
    this.#forms.set(id, new Set(formsIn(archive, id)));
  }
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
