import { resolveImport } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The cycles among the imports that run before the importing file does, each as its files in order:
 * `['src/a.ts', 'src/b.ts']` for a → b → a. Types and `import()` make no cycle. Each group of files that reach one
 * another gives one cycle at least; not every possible one is listed.
 */
export function findCycles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map((file) => [file.path, immediateTargets(file)]));
  const search = {
    targets,
    done: new Set<string>(),
    path: [] as string[],
    cycles: [] as string[][],
  };
  for (const { path } of files) visit(search, path);
  return search.cycles;
}

interface Search {
  readonly targets: ReadonlyMap<string, readonly string[]>;
  readonly done: Set<string>;
  readonly path: string[];
  readonly cycles: string[][];
}

function visit(search: Search, file: string): void {
  const start = search.path.indexOf(file);
  if (start >= 0) search.cycles.push(search.path.slice(start));
  if (start >= 0 || search.done.has(file)) return;
  search.path.push(file);
  for (const target of search.targets.get(file) ?? []) visit(search, target);
  search.path.pop();
  search.done.add(file);
}

function immediateTargets({ path, imports }: SourceFile): string[] {
  const immediate = imports.filter((imported) => imported.immediate);
  return immediate.flatMap(({ specifier }) => resolveImport(path, specifier) ?? []);
}
