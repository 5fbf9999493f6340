/** An app that the project offers, with all its files: text by path, or the one archive. */
export interface FetchedApp {
  readonly id: string;
  readonly name: string;
  /** `definition`: an app of our own with its forms. `archive`: one .ccz. */
  readonly kind: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface OfferedApp {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly files: readonly string[];
}

/** The first app that the project server offers to whoever is signed in. Rejects with a sentence for the person. */
export async function fetchFirstApp(): Promise<FetchedApp> {
  const offered = (await (await ask('/api/apps')).json()) as readonly OfferedApp[];
  const [app] = offered;
  if (app === undefined)
    throw new Error('The project has no app for you yet. Ask your supervisor.');
  const files = await Promise.all(app.files.map((path) => fetchFile(app.id, path)));
  return { ...app, files: new Map(files) };
}

async function fetchFile(id: string, path: string): Promise<[string, Uint8Array]> {
  const segments = path.split('/').map(encodeURIComponent).join('/');
  const answer = await ask(`/api/apps/${encodeURIComponent(id)}/${segments}`);
  return [path, new Uint8Array(await answer.arrayBuffer())];
}

async function ask(path: string): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`The server answered ${answer.status} to ${path}`);
  return answer;
}
