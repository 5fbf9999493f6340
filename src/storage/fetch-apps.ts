import { WorkCancelled } from '../sync/pace.ts';

/** An app that the project server offers. */
export interface ServedApp {
  readonly id: string;
  readonly name: string;
  /** `definition`: an app of our own with its forms. `ccz`: one archive. `folder`: an archive that was unpacked. `form`: one XForm. */
  readonly kind: 'definition' | 'ccz' | 'folder' | 'form';
  /** Paths of its files; the one to begin with comes first. */
  readonly files: readonly string[];
  /** What the project has settled about sharing cases; `null` or absent to leave it to the app. */
  readonly caseSharing?: boolean | null;
}

/** By path, in the order in which the app names them. */
export type FetchedFiles = ReadonlyMap<string, Uint8Array>;

/**
 * What the project server offers to whoever is signed in. Rejects with a sentence for the person, and with {@link WorkCancelled} when
 * nobody wants it any more.
 */
export async function fetchApps(cancelled: AbortSignal): Promise<readonly ServedApp[]> {
  try {
    return (await (await ask('/api/apps', cancelled)).json()) as readonly ServedApp[];
  } catch (error) {
    throw cancelled.aborted ? new WorkCancelled() : error;
  }
}

/** All files of an app. Rejects with a sentence for the person. */
export async function fetchAppFiles({ id, files }: ServedApp): Promise<FetchedFiles> {
  return new Map(await Promise.all(files.map((path) => fetchFile(id, path))));
}

async function fetchFile(id: string, path: string): Promise<[string, Uint8Array]> {
  const segments = path.split('/').map(encodeURIComponent).join('/');
  const answer = await ask(`/api/apps/${encodeURIComponent(id)}/${segments}`);
  return [path, new Uint8Array(await answer.arrayBuffer())];
}

async function ask(path: string, signal: AbortSignal | null = null): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', signal }).catch(() => {
    throw new Error('The server cannot be reached. Check that you are connected, then try again.');
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status} to ${path}`);
  return answer;
}
