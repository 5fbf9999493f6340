// node scripts/run.js FILE.ts [arguments …]: bundles a TypeScript file of the project and runs it in Node.
import { rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { ensurePackages, fail, projectFolder, runToEnd } from './setup.js';

const [file, ...args] = process.argv.slice(2);
if (!file) fail('Usage: node scripts/run.js FILE.ts [arguments …]');

await ensurePackages();
const { bundleForNode } = await import('./testing/bundle-for-node.js');
const source = relative(projectFolder, resolve(file)).replaceAll('\\', '/');
// A folder of its own for each run, so that two may run at once.
const folder = `.cache/run-${process.pid}`;
const [bundle] = await bundleForNode([source], folder);
process.exitCode = await runToEnd(process.execPath, ['--enable-source-maps', bundle, ...args]);
await rm(join(projectFolder, folder), { recursive: true, force: true });
