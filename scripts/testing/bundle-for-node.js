import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../setup.js';

/**
 * Bundles TypeScript files for Node in one esbuild call, packages left outside, shared code in shared chunks.
 * `files` are relative to the project; the output lies in `outputFolder` (emptied first) under the same paths with
 * the ending .mjs. Returns the paths of the bundles, absolute, in the order of `files`. Throws, after esbuild has
 * written file, line and reason, when any cannot be bundled.
 */
export async function bundleForNode(files, outputFolder) {
  const { build } = await import('esbuild');
  const outdir = join(projectFolder, outputFolder);
  await rm(outdir, { recursive: true, force: true });
  await build({ ...optionsFor(files, outdir), logLevel: 'warning' });
  return files.map((file) => join(outdir, file.replace(/\.ts$/, '.mjs')));
}

/**
 * The files that cannot be bundled, each tried by itself. Slower than bundling all at once: to be
 * asked when that has failed.
 */
export async function findUnbundled(files) {
  const { build } = await import('esbuild');
  const unbundled = [];
  for (const file of files) {
    const options = { ...optionsFor([file], join(projectFolder, '.cache')), write: false };
    await build({ ...options, logLevel: 'silent' }).catch(() => unbundled.push(file));
  }
  return unbundled;
}

function optionsFor(files, outdir) {
  return {
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
    plugins: [ownAddress],
  };
}

/** Keeps `import.meta.url` of tests and scripts the address of the source, so that files beside it are found. */
const ownAddress = {
  name: 'own-address',
  setup(build) {
    const ours = /[\\/](test|scripts)[\\/].*\.[jt]s$/;
    build.onLoad({ filter: ours }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const address = JSON.stringify(pathToFileURL(path).href);
      const contents = source.replaceAll('import.meta.url', address);
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};
