import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../setup.js';

/**
 * Bundles TypeScript files for Node in one esbuild call, packages left outside, shared code in shared chunks.
 * `files` are relative to the project; the output lies in `outputFolder` (emptied first) under the same paths with
 * the ending .mjs. Returns the paths of the bundles, absolute, in the order of `files`.
 */
export async function bundleForNode(files, outputFolder) {
  const { build } = await import('esbuild');
  const outdir = join(projectFolder, outputFolder);
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: projectFolder,
    entryPoints: files,
    outbase: '.',
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [ownAddress],
  });
  return files.map((file) => join(outdir, file.replace(/\.ts$/, '.mjs')));
}

/** Keeps `import.meta.url` of tests and scripts the address of the source, so that files beside it are found. */
const ownAddress = {
  name: 'own-address',
  setup(build) {
    const ours = /[\\/](test|scripts)[\\/].*\.[jt]s$/;
    build.onLoad({ filter: ours }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const address = JSON.stringify(pathToFileURL(path).href);
      return {
        contents: source.replaceAll('import.meta.url', address),
        loader: path.endsWith('.ts') ? 'ts' : 'js',
      };
    });
  },
};
