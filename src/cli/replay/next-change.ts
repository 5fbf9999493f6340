import { watch } from 'node:fs';
import { dirname } from 'node:path';
import { statSync } from 'node:fs';

/** What is saved together, as by an editor that writes a file twice, is one change. In milliseconds. */
const TOGETHER = 150;

/**
 * Resolves after something has changed in these folders, or in the folder of the app around these files. A recording in
 * `<app>/sessions/` tells a story of the app: both count.
 */
export function nextChange(paths: readonly string[]): Promise<void> {
  const folders = new Set(paths.map(folderOf));
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const watchers = [...folders].map((folder) =>
      watch(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          for (const each of watchers) each.close();
          resolve();
        }, TOGETHER);
      }),
    );
  });
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(dirname(path));
}
