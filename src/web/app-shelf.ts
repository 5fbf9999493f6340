import { formApp } from '../machines/form-app.ts';
import type { OfferedApp } from '../machines/project.ts';
import type { FetchedFiles, ServedApp } from '../storage/fetch-apps.ts';
import { fetchAppFiles, fetchApps } from '../storage/fetch-apps.ts';
import type { AppDefinition } from '../suite/app-definition.ts';
import { decodeText } from '../suite/decode-text.ts';
import { loadDefinitionFiles } from '../suite/definition/load-definition-files.ts';
import { loadAppFiles } from '../suite/load-app-files.ts';
import { loadCcz } from '../suite/load-ccz.ts';

/** The apps of a project. One that was open once opens again without the server, as long as the page is there. */
export class AppShelf {
  readonly #served: readonly ServedApp[];
  readonly #opened = new Map<string, AppDefinition>();

  private constructor(served: readonly ServedApp[]) {
    this.#served = served;
  }

  /** Rejects as `fetchApps` does. */
  static async ofServer(cancelled: AbortSignal): Promise<AppShelf> {
    return new AppShelf(await fetchApps(cancelled));
  }

  get apps(): readonly OfferedApp[] {
    return this.#served;
  }

  /** Rejects with a sentence for the person, or with what opening the app throws. */
  async open(id: string): Promise<AppDefinition> {
    const known = this.#opened.get(id);
    if (known !== undefined) return known;
    const served = this.#served.find((app) => app.id === id);
    if (served === undefined) throw new Error(`The project has no app “${id}” for you.`);
    const app = readApp(served, await fetchAppFiles(served));
    this.#opened.set(id, app);
    return app;
  }
}

function readApp({ kind, name, caseSharing }: ServedApp, files: FetchedFiles): AppDefinition {
  if (kind === 'folder') return loadAppFiles(files, name);
  const [[path, bytes] = ['', new Uint8Array()]] = files;
  if (kind === 'form') return formApp(decodeText(bytes), name);
  const settled = caseSharing ?? undefined;
  if (kind === 'ccz') return loadCcz(bytes, path, { caseSharing: settled });
  return loadDefinitionFiles(files, 'app.json', name, settled);
}
