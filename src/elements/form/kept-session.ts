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

  /** Looks for what is to be gone on with of the form. Rejects with `SessionTokenError`, or with what the storage says. */
  async find(formId: string): Promise<void> {
    this.#key = [formId, this.#host.autosaveKey, ...this.#host.caseIds].join(' ');
    // Where nothing can be read, nothing was kept; that nothing can be kept is told when it matters.
    const own = this.#again ?? (await this.#keptHere().catch(() => undefined));
    const token = own ?? this.#host.session;
    this.#again = undefined;
    this.#fromHere = own !== undefined;
    this.#saved = token === '' ? undefined : await readToken(token);
    this.#sessionId = this.#saved?.sessionId ?? platformEnvironment.uuid();
    this.#forgetFiles();
    for (const file of this.#saved?.files ?? []) this.files.set(file.name, file);
  }

  /** Keeps the draft, where that is done here. Rejects when it cannot be kept. */
  async keep(draft: string, page: ScreenAddress | undefined): Promise<void> {
    if (!this.isKept) return;
    this.#aside = undefined;
    await this.#inTurn(async () => {
      const storage = await this.#storage();
      await storage.write(this.#key, await this.token(draft, page));
    });
  }

  /** All that is needed to go on elsewhere, as one text. */
  async token(draft: string, page: ScreenAddress | undefined): Promise<string> {
    const { writeSession } = await import('./session-token.ts');
    const { formId } = this.#host.work;
    return writeSession({
      ...{ sessionId: this.#sessionId, formId, draft, page },
      language: this.#host.form?.language ?? '',
      savedAt: platformEnvironment.now(),
      files: [...this.files].map(([name, file]) => new File([file], name, { type: file.type })),
    });
  }

  /** It is sent. */
  async forget(): Promise<void> {
    this.#aside = undefined;
    if (this.isKept) await this.#inTurn(async () => (await this.#storage()).remove(this.#key));
  }

  /** Takes it out of the storage, but not out of memory. */
  async putAside(): Promise<void> {
    const kept = await this.#keptHere();
    await this.forget();
    this.#aside = kept;
  }

  /** What was put aside is what is found next. */
  takeAgain(): void {
    this.#again = this.#aside;
    this.#aside = undefined;
  }

  #forgetFiles(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
    this.files.clear();
  }

  async #keptHere(): Promise<string | undefined> {
    return this.isKept ? (await this.#storage()).read(this.#key) : undefined;
  }

  #storage(): Promise<FormStorage> {
    return formStorage(this.#host.storage);
  }

  // A draft that is being written must not come after the end of its form.
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

async function readToken(token: string): Promise<SavedSession> {
  const { readSession } = await import('./session-token.ts');
  return readSession(token);
}
