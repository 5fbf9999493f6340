import { isJunk } from '../../suite/is-junk.ts';

/** A folder that the user gave: its files by their paths in it, `/` between folders. */
export interface FileFolder {
  readonly name: string;
  readonly files: ReadonlyMap<string, File>;
}

/** Who drops more than this has taken hold of the wrong folder. */
const MOST_FILES = 10_000;

/** What was dropped: files, and folders with all that is in them. */
export async function droppedFiles(
  transfer: DataTransfer,
): Promise<readonly (File | FileFolder)[]> {
  // Both are there only until the event is over.
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const dropped = items.map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const read = dropped.map(async ({ entry, file }) =>
    entry !== null && isFolder(entry) ? readFolder(entry) : (file ?? undefined),
  );
  return (await Promise.all(read)).filter((each) => each !== undefined);
}

/** The folder that was chosen by an input for folders; `undefined` when it is empty. */
export function chosenFolder(files: Iterable<File>): FileFolder | undefined {
  const placed = new Map<string, File>();
  let name = '';
  for (const file of files) {
    const [folder = '', ...path] = file.webkitRelativePath.split('/');
    name = folder;
    if (placed.size < MOST_FILES && !isJunk(path.join('/'))) placed.set(path.join('/'), file);
  }
  return placed.size === 0 ? undefined : { name, files: placed };
}

/** Whether the folder is an app that was unpacked. */
export function holdsApp({ files }: FileFolder): boolean {
  return [...files.keys()].some((path) => /(^|\/)(profile\.ccpr|app\.json)$/.test(path));
}

async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileFolder> {
  const files = new Map<string, File>();
  await readInto(files, folder, '');
  return { name: folder.name, files };
}

async function readInto(
  files: Map<string, File>,
  folder: FileSystemDirectoryEntry,
  path: string,
): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    const place = path + entry.name;
    if (files.size >= MOST_FILES || isJunk(place)) continue;
    if (isFolder(entry)) await readInto(files, entry, `${place}/`);
    else files.set(place, await fileOf(entry as FileSystemFileEntry));
  }
}

/** A reader hands out a hundred entries at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
