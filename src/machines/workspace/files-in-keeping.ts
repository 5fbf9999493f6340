/**
 * The files of open forms that are on their way into the store. A form is handed over after them, and not without one of them.
 */
export class FilesInKeeping {
  /** By draft and name; one that is kept leaves again, so that only those on their way and those that failed are here. */
  readonly #files = new Map<string, Map<string, Promise<unknown>>>();

  /** Remembers that a file is being kept until `keeping` has been. A file of the same name takes the place of an earlier one. */
  add(draftId: string, name: string, keeping: Promise<unknown>): void {
    const ofDraft = this.#files.get(draftId) ?? new Map<string, Promise<unknown>>();
    this.#files.set(draftId, ofDraft.set(name, keeping));
    const leave = () => {
      if (ofDraft.get(name) === keeping) ofDraft.delete(name);
    };
    // What failed stays, for whoever asks for it.
    keeping.then(leave, () => undefined);
  }

  /** Resolves when each of these files of a draft is kept; rejects, naming the file, when one could not be. */
  async settled(draftId: string, names: ReadonlySet<string>): Promise<void> {
    for (const [name, keeping] of this.#files.get(draftId) ?? []) {
      if (names.has(name)) await keeping.catch((reason: unknown) => rethrow(name, reason));
    }
  }

  /** The draft has ended. */
  forget(draftId: string): void {
    this.#files.delete(draftId);
  }
}

function rethrow(name: string, reason: unknown): never {
  const because = reason instanceof Error ? reason.message : String(reason);
  const remedy = 'Choose it again, or take it away.';
  throw new Error(`The file ${name} could not be kept on this computer. ${remedy} (${because})`, {
    cause: reason,
  });
}
