// npm run build [-- --types]: the web app to dist/web, the command line to dist/cli, the package for embedding to dist/embed,
// the engine without a screen to dist/engine; with --types also what a package to publish needs: their declarations to dist/types, and
// what editors read about the elements.
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ANSWERING, RICH_EXPRESSIONS } from './on-demand.js';
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
  await buildReact();
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

/** A module for each element that stands alone; what they have in common is fetched once. */
const entries = {
  'xf-form': 'src/xf-form.ts',
  'case-list': 'src/case-list.ts',
  'case-app': 'src/case-app.ts',
};

/**
 * What a module needs at once is one file, which compresses better: one for all that `xf-form` needs, one for what is needed besides
 * when answers are taken, and so on.
 */
const filesAtOnce = Object.entries({
  'xf-form': ['src/xf-form.ts'],
  answering: ['src/elements/form/run-hosted-form.ts', ANSWERING],
  'rich-expressions': RICH_EXPRESSIONS,
  'case-list': ['src/case-list.ts'],
  'case-app': ['src/case-app.ts'],
}).map(([name, entries], at) => ({
  name: (id, modules) =>
    entries.some((entry) => neededAtOnce(entry, modules).has(id)) ? name : null,
  debugName: name,
  priority: 10 - at,
}));

const needed = new Map();

/** The modules that one brings along, by the imports that are not deferred. */
function neededAtOnce(entry, modules) {
  const known = needed.get(entry);
  if (known !== undefined) return known;
  const found = new Set([entry === ANSWERING ? entry : join(projectFolder, entry)]);
  for (const id of found)
    for (const each of modules.getModuleInfo(id)?.importedIds ?? []) found.add(each);
  needed.set(entry, found);
  return found;
}

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
      lib: { entry: entries, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          codeSplitting: { groups: filesAtOnce },
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

/** The elements as React components; the elements themselves stay where they are, so that a page has them once. */
async function buildReact() {
  if (!hasEntry('src/react.ts')) return;
  await bundle('src/react.ts', 'dist/embed/react.js', {
    platform: 'browser',
    target: 'es2022',
    external: ['react', '@lit/react'],
    plugins: [elementsBeside],
  });
}

const elementsBeside = {
  name: 'elements-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:xf-form|case-app|case-list)\.ts$/ }, ({ path }) => ({
      path: path.replace('.ts', '.js'),
      external: true,
    }));
  },
};

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

/** `caseload/testing`, for tests that run in Node, and for those that run in a page. */
async function buildTesting() {
  if (!hasEntry('src/testing.ts')) return;
  await bundle('src/testing.ts', 'dist/testing/testing.js', { platform: 'node', target: 'node20' });
  await bundle('src/testing-browser.ts', 'dist/testing/testing-browser.js', {
    platform: 'browser',
    target: 'es2022',
  });
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

async function buildForPublishing() {
  await buildTypes();
  await buildManifest();
}

/** Writes the declarations of the package entries; they take longer than everything else. */
async function buildTypes() {
  if (!hasEntry('src/index.ts')) return;
  const tsc = join(projectFolder, 'node_modules/typescript/bin/tsc');
  const code = await runToEnd(process.execPath, [tsc, '-p', 'scripts/tsconfig.types.json']);
  if (code !== 0) throw new Error('The declarations could not be written: see the errors above.');
  console.log('built dist/types');
}

/** Writes what tools and editors read about the elements. */
async function buildManifest() {
  const { elementsManifest, webTypes, vscodeData } = await import('./elements-manifest.js');
  const manifest = await elementsManifest();
  const own = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const files = {
    'custom-elements.json': manifest,
    'web-types.json': webTypes(manifest, own),
    'vscode.html-custom-data.json': vscodeData(manifest),
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(projectFolder, 'dist', name), `${JSON.stringify(content, null, 2)}\n`);
  console.log('built dist/custom-elements.json');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build()
    .then(() => (process.argv.includes('--types') ? buildForPublishing() : undefined))
    .catch((error) => fail(`The build failed: ${error.message}`));
}
