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

/** Does `work`, and where it comes upon a missing part, `again` when that is there. Where it cannot be had, that is all. */
export function orAgain(work: () => void, again: () => void): void {
  const missing = orMissingPart(work);
  if (missing instanceof MissingPart) missing.fetch().then(again, () => undefined);
}

const missing = new Set<() => Promise<void>>();

/** Fetches every part that is missing, and what is missing in those: for work that cannot be done anew. What cannot be had stays missing. */
export async function fetchEveryPart(): Promise<void> {
  while (missing.size > 0) await Promise.all([...missing].map((fetch) => fetch()));
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
    missing.delete(fetch);
  };
  missing.add(fetch);
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

/** What came, by the names of its exports. */
type Use = (parts: Exports) => void;

const answering = { fetch: async (): Promise<void> => undefined };

/**
 * Fetches what every form needs from its first answer on, and some before: a host waits for it before answers are taken. Where nothing
 * was left out of the build, there is nothing to fetch.
 */
export async function fetchAnsweringParts(): Promise<void> {
  await answering.fetch();
}

/**
 * Says how to get what {@link fetchAnsweringParts} fetches. Gives what stands in for a function among it until then, and does what the
 * function does afterwards; and what tells by `use` that it has come, so that nobody has to go by the stand-in any longer.
 */
export function answeringParts(load: () => Promise<Exports>): {
  standIn: (name: string) => (...args: unknown[]) => unknown;
  onFetched: (use: Use) => void;
} {
  const uses: Use[] = [];
  let loaded: Exports | undefined;
  const fetch = async () => {
    const parts = (loaded ??= await load());
    for (const use of uses.splice(0)) use(parts);
    missing.delete(fetch);
  };
  answering.fetch = fetch;
  missing.add(fetch);
  return {
    standIn:
      (name) =>
      (...args) => {
        if (loaded === undefined) throw new MissingPart(fetch);
        return (loaded[name] as (...args: unknown[]) => unknown)(...args);
      },
    onFetched: (use) => void uses.push(use),
  };
}
