// npm run build [-- --types]: the web app to dist/web, the command line to dist/cli, the package for embedding to dist/embed,
// the engine without a screen to dist/engine; with --types also their declarations to dist/types, as a package to publish needs them.
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages, fail, newestChange, projectFolder, runToEnd } from './setup.js';

const sources = ['src', 'index.html', 'admin.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json', 'scripts/build.js', 'scripts/on-demand.js', 'scripts/shorten-styles.js']; // prettier-ignore
const stamp = 'dist/.built';

/** Builds when a source is newer than the last complete build, or when there was none. */
export async function buildIfStale() {
  if (newestChange([stamp]) <= newestChange(sources)) await build();
}

/** Builds every part whose entry file exists. Throws when a part cannot be built. */
export async function build() {
  await ensurePackages();
  await rm(join(projectFolder, stamp), { force: true });
  const started = new Date();
  await buildWebApp();
  await buildCommandLine();
  await buildElements();
  await buildEmbedded();
  await buildEngine();
  await buildPlayer();
  await buildTesting();
  await mkdir(join(projectFolder, 'dist'), { recursive: true });
  await writeFile(join(projectFolder, stamp), `${started.toISOString()}\n`);
}

async function buildWebApp() {
  if (!hasEntry('src/main.ts')) return;
  const vite = await import('vite');
  await vite.build({ configFile: join(projectFolder, 'vite.config.ts'), logLevel: 'warn' });
  console.log('built dist/web');
}

async function buildCommandLine() {
  if (!hasEntry('src/cli/caseload.ts')) return;
  await rm(join(projectFolder, 'dist/cli'), { recursive: true, force: true });
  const outfile = await bundle('src/cli/caseload.ts', 'dist/cli/caseload.js', {
    outfile: undefined,
    outdir: join(projectFolder, 'dist/cli'),
    // A command loads what it needs and no more.
    splitting: true,
    platform: 'node',
    target: 'node20',
    external: serverPackages,
    banner: { js: '#!/usr/bin/env node' },
  });
  await chmod(outfile, 0o755);
}

/** Packages that a single command needs and that do not fit into a bundle. The rest starts faster inside it. */
const serverPackages = [
  '@electric-sql/pglite',
  '@hono/*',
  'busboy',
  'hono',
  'pg',
  'playwright-core',
  'valibot',
];

/** The elements as modules, with what few forms need in modules of its own. */
async function buildElements() {
  if (!hasEntry('src/xf-form.ts')) return;
  const vite = await import('vite');
  const { onDemand } = await import('./on-demand.js');
  const { shortenStyles } = await import('./shorten-styles.js');
  await vite.build({
    ...{ root: projectFolder, configFile: false, publicDir: false, logLevel: 'warn' },
    plugins: [onDemand, shortenStyles],
    build: {
      ...{ outDir: 'dist/embed', emptyOutDir: true, target: 'es2022', sourcemap: true },
      ...{ reportCompressedSize: false, chunkSizeWarningLimit: 800 },
      lib: { entry: { 'xf-form': 'src/xf-form.ts' }, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          // What every form needs is one file: it comes at once, and compresses better.
          codeSplitting: { groups: [{ name: 'form', tags: ['$initial'] }] },
        },
      },
    },
  });
  console.log('built dist/embed/xf-form.js');
}

async function buildEmbedded() {
  if (!hasEntry('src/index.ts')) return;
  await bundle('src/index.ts', 'dist/embed/caseload.js', {
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'linked',
  });
}

/** One module for page, worker and Node; readable, because it is for developers. */
async function buildEngine() {
  if (!hasEntry('src/engine.ts')) return;
  await bundle('src/engine.ts', 'dist/engine/engine.js', {
    platform: 'browser',
    target: 'es2022',
    legalComments: 'linked',
  });
}

/** The page in which `caseload replay --browser` and `--page` play. */
async function buildPlayer() {
  if (!hasEntry('src/web/player/player-page.ts')) return;
  await bundle('src/web/player/player-page.ts', 'dist/player/player.js', {
    platform: 'browser',
    target: 'es2022',
    minify: true,
  });
}

/** `caseload/testing`, for tests that run in Node. */
async function buildTesting() {
  if (!hasEntry('src/testing.ts')) return;
  await bundle('src/testing.ts', 'dist/testing/testing.js', { platform: 'node', target: 'node20' });
}

async function bundle(entry, output, options) {
  const esbuild = await import('esbuild');
  const outfile = join(projectFolder, output);
  await esbuild.build({
    absWorkingDir: projectFolder,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    ...options,
  });
  console.log(`built ${output}`);
  return outfile;
}

function hasEntry(file) {
  return existsSync(join(projectFolder, file));
}

/** Writes the declarations of the package entries; they take longer than everything else. */
async function buildTypes() {
  if (!hasEntry('src/index.ts')) return;
  const tsc = join(projectFolder, 'node_modules/typescript/bin/tsc');
  const code = await runToEnd(process.execPath, [tsc, '-p', 'scripts/tsconfig.types.json']);
  if (code !== 0) throw new Error('The declarations could not be written: see the errors above.');
  console.log('built dist/types');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build()
    .then(() => (process.argv.includes('--types') ? buildTypes() : undefined))
    .catch((error) => fail(`The build failed: ${error.message}`));
}
