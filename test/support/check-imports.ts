import { importTable } from './import-table.ts';
import type { Room } from './import-table.ts';
import { resolveImport } from './source-file.ts';
import type { SourceFile, SourceImport } from './source-file.ts';

/** Each import of the files that the import table does not allow, as `file:line: what is wrong`. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap((imported) => {
      const fault = faultOf(path, imported);
      return fault ? [`${path}:${imported.line}: ${fault}`] : [];
    }),
  );
}

function faultOf(path: string, imported: SourceImport): string | undefined {
  const name = roomOf(path);
  const room = name === undefined ? undefined : importTable[name];
  if (!name || !room) return `${path} lies in no room of the import table`;
  const target = resolveImport(path, imported.specifier);
  return target === undefined
    ? packageFault(name, room, imported)
    : fileFault(name, room, imported.specifier, target);
}

/** The row of the table that holds for a path of ours: the longest that matches. */
function roomOf(path: string): string | undefined {
  const rows = Object.keys(importTable).filter(
    (row) => path === `src/${row}` || path.startsWith(`src/${row}/`),
  );
  return rows.sort((a, b) => b.length - a.length)[0];
}

function fileFault(name: string, room: Room, specifier: string, target: string) {
  if (!/\.(ts|css|json|svg|sql)$/.test(target)) return `'${specifier}' lacks the file's extension`;
  if (!target.startsWith('src/')) return `'${specifier}' lies outside src/`;
  const other = roomOf(target);
  if (other === name) return undefined;
  return other !== undefined && mayEnter(room, other)
    ? undefined
    : `${name} may not import ${other ?? target} ('${specifier}'): ${allowance(name, room)}`;
}

function mayEnter(room: Room, other: string): boolean {
  const top = other.split('/')[0] as string;
  if ('allBut' in room.rooms) return !room.rooms.allBut.includes(top);
  return room.rooms.includes(other) || room.rooms.includes(top);
}

function packageFault(name: string, room: Room, { specifier, typeOnly }: SourceImport) {
  if (specifier.startsWith('node:') && room.node) return undefined;
  const wanted = packageOf(specifier);
  if (room.packages.includes(wanted)) return undefined;
  if (typeOnly && room.typesOf?.includes(wanted)) return undefined;
  const packages = [...room.packages, ...(room.typesOf ?? []).map((one) => `types of ${one}`)];
  return `${name} may not import '${specifier}': of packages it has ${packages.join(', ') || 'none'}`;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function allowance(name: string, { rooms }: Room): string {
  if ('allBut' in rooms) return `it has everything but ${rooms.allBut.join(', ')}`;
  return rooms.length === 0 ? 'it imports nothing of ours' : `it has ${rooms.join(', ')}`;
}
