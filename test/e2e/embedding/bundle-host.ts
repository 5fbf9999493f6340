import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../support/source-file.ts';

interface PackageExports {
  readonly exports: Readonly<Record<string, { readonly default: string } | string>>;
}

/** Bundles the script of somebody else's page, which has our package, React and Vue installed, as its author would. */
export async function bundleHost(script: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script, loader: 'jsx', resolveDir: projectFolder },
    ...{ bundle: true, format: 'esm', write: false, minify: true, jsx: 'automatic' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      { name: 'installed', setup: (each) => each.onResolve({ filter: /^caseload/ }, installed) },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

/** By what the package says about itself. */
function installed({ path }: { path: string }): { path: string } {
  const own = JSON.parse(
    readFileSync(join(projectFolder, 'package.json'), 'utf8'),
  ) as PackageExports;
  const entry = own.exports[path.replace('caseload', '.')];
  if (entry === undefined || typeof entry === 'string')
    throw new RangeError(`The package has no entry ${path}`);
  return { path: join(projectFolder, entry.default) };
}
