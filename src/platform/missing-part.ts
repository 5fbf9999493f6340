/**
 * Thrown by what stands in for a module that a page has not fetched yet: the work has to wait for `fetch` and be done anew. No
 * `Error`, so that nothing takes it for a fault of the form.
 */
export class MissingPart {
  constructor(readonly fetch: () => Promise<void>) {}
}

/** Does `work`; where it comes upon a missing part, fetches that and does the work anew. */
export async function withMissingParts<Result>(work: () => Result): Promise<Result> {
  for (;;) {
    const result = orMissingPart(work);
    if (!(result instanceof MissingPart)) return result;
    await result.fetch();
  }
}

/** What `work` gives, or the part that is missing for it. */
export function orMissingPart<Result>(work: () => Result): Result | MissingPart {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof MissingPart) return thrown;
    throw thrown;
  }
}

const parts = new Set<() => Promise<void>>();

/** Fetches every part that is missing, and what is missing in those: for work that cannot be done anew. What cannot be had stays missing. */
export async function fetchEveryPart(): Promise<void> {
  while (parts.size > 0) await Promise.all([...parts].map((fetch) => fetch()));
}

type Exports = Readonly<Record<string, unknown>>;

/**
 * Gives what stands in for each export of a module: whoever calls or reads it comes upon a {@link MissingPart} until the module
 * is there, and uses the export itself from then on. The build of the elements puts these in place of modules (`scripts/on-demand.js`).
 */
export function standInsFor(load: () => Promise<Exports>): (name: string) => unknown {
  let loaded: Exports | undefined;
  const fetch = async () => {
    loaded ??= await load();
    parts.delete(fetch);
  };
  parts.add(fetch);
  const exported = (name: string): object => {
    if (loaded === undefined) throw new MissingPart(fetch);
    return loaded[name] as object;
  };
  return (name) =>
    new Proxy(function standIn() {}, {
      apply: (_, self, args) => Reflect.apply(exported(name) as () => unknown, self, args),
      get: (_, key) => Reflect.get(exported(name), key) as unknown,
    });
}
