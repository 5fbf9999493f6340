import { platformEnvironment } from '../../platform/platform-environment.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';
import type { WorkPlace } from '../events/work-event.ts';
import type { FormStorage } from './form-storage.ts';
import { formStorage } from './form-storage.ts';
import type { SavedSession } from './session-token.ts';

/** The element whose filling-in is kept. */
export interface KeepingElement extends WorkPlace {
  readonly session: string;
  readonly autosave: 'off' | 'local';
  readonly autosaveKey: string;
  readonly caseIds: readonly string[];
  readonly storage: FormStorage | undefined;
  readonly form: FormInstance | undefined;
}

/**
 * The filling-in of an element that runs its form itself, as it is kept from one time to the next: its id, the files that were given,
 * what was kept before. Where `autosave` is off, nothing is kept here: a token goes to the page, which does with it what it likes.
 */
export class KeptSession {
  readonly #host: KeepingElement;
  readonly files = new Map<string, File>();
  readonly #urls = new Map<File, string>();
  #sessionId = '';
  #saved: SavedSession | undefined;
  #key = '';
  #aside: string | undefined;
  #again: string | undefined;
  #fromHere = false;
  #wasDamaged = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: KeepingElement) {
    this.#host = host;
  }

  /** Of the filling-in that is open; another one with each new form. */
  get sessionId(): string {
    return this.#sessionId;
  }

  /** What is gone on with; `undefined` for a new filling-in. */
  get saved(): SavedSession | undefined {
    return this.#saved;
  }

  /** True where the browser, or the page's own storage, keeps what is entered. */
  get isKept(): boolean {
    return this.#host.autosave === 'local';
  }

  /** True where what is gone on with was found here, so that the person did not ask for it. */
  get wasFound(): boolean {
    return this.#fromHere;
  }

  /** True where something was found here that nobody can read; it is put aside, and not gone on with. */
  get wasDamaged(): boolean {
    return this.#wasDamaged;
  }

  /** Under which the filling-in that is open is kept. */
  get key(): string {
    return this.#key;
  }

  /** True where something was put aside that can be brought again. */
  get hasAside(): boolean {
    return this.#aside !== undefined;
  }

  /** Where a file that was given before can be shown from; `undefined` where none of that name was. */
  urlOf(name: string): string | undefined {
    const file = this.files.get(name);
    if (file === undefined) return undefined;
    const known = this.#urls.get(file) ?? URL.createObjectURL(file);
    this.#urls.set(file, known);
    return known;
  }

  /** Looks for what is to be gone on with of the form. Rejects with `SessionTokenError` where the page gave what is none. */
  async find(formId: string): Promise<void> {
    this.#key = [formId, this.#host.autosaveKey, ...this.#host.caseIds].join(' ');
    const own = await this.#readKept();
    const { session } = this.#host;
    this.#fromHere = own !== undefined;
    this.#saved = own ?? (session === '' ? undefined : await readToken(session));
    this.#sessionId = this.#saved?.sessionId ?? platformEnvironment.uuid();
    this.#forgetFiles();
    for (const file of this.#saved?.files ?? []) this.files.set(file.name, file);
  }

  /** Keeps the draft, where that is done here. Rejects when it cannot be kept. */
  async keep(draft: string, page: ScreenAddress | undefined): Promise<void> {
    if (!this.isKept) return;
    this.#aside = undefined;
    const key = this.#key;
    const token = this.tokenOf(draft, page);
    await this.#inTurn(async (storage) => storage.write(key, await token()));
  }

  /** All that is needed to go on elsewhere, as it is now: what is given back writes it as one text when that is asked for. */
  tokenOf(draft: string, page: ScreenAddress | undefined): () => Promise<string> {
    const { formId } = this.#host.work;
    const session: SavedSession = {
      ...{ sessionId: this.#sessionId, formId, draft, page },
      language: this.#host.form?.language ?? '',
      savedAt: platformEnvironment.now(),
      files: [...this.files]
        .filter(([name]) => draft.includes(name))
        .map(([name, file]) => new File([file], name, { type: file.type })),
    };
    return async () => (await import('./session-token.ts')).writeSession(session);
  }

  /** What is kept under the key is sent. */
  async forget(key: string): Promise<void> {
    if (key === this.#key) this.#aside = undefined;
    if (this.isKept) await this.#inTurn((storage) => storage.remove(key));
  }

  /** Takes it out of the storage, but not out of memory. */
  async putAside(): Promise<void> {
    const kept = await this.#keptHere();
    await this.forget(this.#key);
    this.#aside = kept;
  }

  /** Puts what was put aside back into the storage, and it is what is found next. Rejects when it cannot be kept. */
  async takeAgain(): Promise<void> {
    const key = this.#key;
    const token = this.#aside;
    this.#aside = undefined;
    this.#again = token;
    if (token !== undefined) await this.#inTurn((storage) => storage.write(key, token));
  }

  /** Where nothing can be read, nothing was kept; that nothing can be kept is told when it matters. */
  async #readKept(): Promise<SavedSession | undefined> {
    const token = this.#again ?? (await this.#keptHere().catch(() => undefined));
    this.#again = undefined;
    this.#wasDamaged = false;
    if (token === undefined) return undefined;
    return readToken(token).catch(() => this.#putDamagedAside(token));
  }

  /** The next draft would take its place, and somebody may still be able to save something from it. */
  async #putDamagedAside(token: string): Promise<undefined> {
    const key = this.#key;
    this.#wasDamaged = true;
    const putAside = this.#inTurn(async (storage) => {
      await storage.write(`${key} damaged`, token);
      await storage.remove(key);
    });
    await putAside.catch(() => undefined);
  }

  #forgetFiles(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
    this.files.clear();
  }

  async #keptHere(): Promise<string | undefined> {
    const key = this.#key;
    return this.isKept ? this.#inTurn((storage) => storage.read(key)) : undefined;
  }

  // A draft that is being written must not come after the end of its form. The page may meanwhile name another storage.
  #inTurn<Result>(work: (storage: FormStorage) => Promise<Result>): Promise<Result> {
    const { storage } = this.#host;
    const turn = this.#last.then(async () => work(await formStorage(storage)));
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

async function readToken(token: string): Promise<SavedSession> {
  const { readSession } = await import('./session-token.ts');
  return readSession(token);
}
