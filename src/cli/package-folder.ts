import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of `name` (such as `forms` or `dist/web`) in the package that this program belongs to, or `undefined` when the
 * package has none. The program may stand in `dist/cli`, or wherever a bundler put it.
 */
export function packageFolder(name: string): string | undefined {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)));
  const folder = root && join(root, name);
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

function packageRoot(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "caseload"'))
    return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : packageRoot(parent);
}
