/** Where unfinished forms are kept: by the browser, or by the page in a place of its own. */
export interface FormStorage {
  /** What was kept under the key; `undefined` when nothing is. */
  read(key: string): Promise<string | undefined>;
  /** Keeps a text in place of what was there. Rejects with a sentence for the person when it cannot. */
  write(key: string, token: string): Promise<void>;
  /** Forgets it. */
  remove(key: string): Promise<void>;
}

let offered: (() => Promise<FormStorage>) | undefined;

/** Says where forms with `autosave="local"` are kept; whoever puts the elements together does so, because they know no storage. */
export function offerFormStorage(load: () => Promise<FormStorage>): void {
  offered = load;
}

/** The page's own place, else the offered one. */
export async function formStorage(own: FormStorage | undefined): Promise<FormStorage> {
  if (own !== undefined) return own;
  if (offered !== undefined) return offered();
  throw new RangeError('autosave="local" needs .storage, or offerFormStorage, to keep forms in');
}
