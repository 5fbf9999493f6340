// npm test [-- [--only node|browser|e2e] [part of a path …]]
//
// Sets up what is missing, runs the three suites and ends with one line: `N passed, N failed`.
//   node     every test/**/*.test.ts that is in neither of the other two, bundled once and run by `node --test`
//   browser  test/elements and test/storage, in a real Chromium by Web Test Runner
//   e2e      test/e2e: the built server and the built web app, driven in a real Chromium
import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { ensureBrowser } from './find-browser.js';
import { ensurePackages, fail, isInterruption, projectFolder, runToEnd } from './setup.js';
import { listTests, suites } from './testing/list-tests.js';
import { readSuiteResult } from './testing/suite-result.js';

const { only, filters } = readArguments();
// Bundles and results of this run alone, so that two runs in one checkout do not meet.
const runFolder = `.cache/tests-${process.pid}`;
await ensurePackages();
await mkdir(join(projectFolder, runFolder), { recursive: true });
process.exitCode = (await runSuites()).failed > 0 ? 1 : 0;
await rm(join(projectFolder, runFolder), { recursive: true, force: true });

function readArguments() {
  try {
    const options = { only: { type: 'string', multiple: true } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = values.only?.find((suite) => !(suite in suites));
    if (unknown)
      fail(`There is no suite ${unknown}: --only takes ${Object.keys(suites).join(', ')}.`);
    return { only: values.only, filters: positionals };
  } catch (error) {
    return fail(`${error.message} Usage: npm test -- [--only node|browser|e2e] [part of a path …]`);
  }
}

async function runSuites() {
  const total = { passed: 0, failed: 0 };
  const lines = [];
  for (const [suite, files] of chosenTests()) {
    const result = await runSuite(suite, files);
    lines.push(lineOf(suite, result));
    total.passed += result.passed;
    total.failed += result.failed;
  }
  console.log(['', ...lines, `${total.passed} passed, ${total.failed} failed`].join('\n'));
  return total;
}

function chosenTests() {
  const chosen = (only ?? Object.keys(suites)).map((suite) => [suite, listTests(suite, filters)]);
  const found = chosen.some(([, files]) => files.length > 0);
  if (filters.length > 0 && !found) fail(`No test file has ${filters.join(' or ')} in its path.`);
  return chosen;
}

async function runSuite(suite, files) {
  const started = performance.now();
  const result = files.length === 0 ? nothing() : await runFiles(suite, files);
  return { ...result, seconds: (performance.now() - started) / 1000 };
}

async function runFiles(suite, files) {
  console.log(`\n${suite}: ${files.length} file${files.length === 1 ? '' : 's'}`);
  process.env.CASELOAD_TEST_RESULT = join(projectFolder, runFolder, `${suite}.json`);
  try {
    const { broken, code } = await run(suite, files);
    if (isInterruption(code)) await endEarly(code);
    return withBroken(checkedResult(suite, code), broken);
  } catch (error) {
    console.error(`✗ The ${suite} tests could not run: ${error.message}`);
    return { ...nothing(), failed: 1 };
  }
}

async function endEarly(code) {
  await rm(join(projectFolder, runFolder), { recursive: true, force: true });
  process.exit(code);
}

// A runner that ends badly without a failed test has failed all the same.
function checkedResult(suite, code) {
  const result = readSuiteResult(process.env.CASELOAD_TEST_RESULT) ?? nothing();
  if (code === 0 || result.failed > 0) return result;
  console.error(`✗ The ${suite} tests ended with exit code ${code} and without a failed test.`);
  return { ...result, failed: 1 };
}

function withBroken(result, broken) {
  for (const file of broken) console.error(`✗ ${file} could not be bundled; the reason is above.`);
  return { ...result, failed: result.failed + broken.length };
}

function nothing() {
  return { passed: 0, failed: 0, skipped: 0 };
}

function run(suite, files) {
  if (suite === 'browser') return runInBrowser(files);
  if (suite === 'e2e') return runEndToEnd(files);
  return runInNode(files, Math.max(2, availableParallelism()));
}

async function runInNode(files, concurrency) {
  const { bundles, broken } = await bundleTests(files);
  if (bundles.length === 0) return { broken, code: 0 };
  const args = [
    '--enable-source-maps',
    `--import=${new URL('testing/globals.js', import.meta.url).href}`,
    '--test',
    `--test-reporter=${new URL('testing/node-reporter.js', import.meta.url).href}`,
    '--test-reporter-destination=stdout',
    `--test-concurrency=${concurrency}`,
    '--test-timeout=300000',
    ...bundles,
  ];
  const env = { ...process.env, NODE_NO_WARNINGS: '1' };
  return { broken, code: await runToEnd(process.execPath, args, { env }) };
}

// A file that cannot be bundled fails; the others are tested all the same.
async function bundleTests(files) {
  const { bundleForNode, findUnbundled } = await import('./testing/bundle-for-node.js');
  const folder = `${runFolder}/bundles`;
  try {
    return { bundles: await bundleForNode(files, folder), broken: [] };
  } catch {
    const broken = await findUnbundled(files);
    const sound = files.filter((file) => !broken.includes(file));
    return { bundles: await bundleForNode(sound, folder), broken };
  }
}

async function runInBrowser(files) {
  await ensureBrowser();
  const program = join(projectFolder, 'node_modules/@web/test-runner/dist/bin.js');
  return { broken: [], code: await runToEnd(process.execPath, [program, '--files', ...files]) };
}

async function runEndToEnd(files) {
  process.env.CHROME_PATH = await ensureBrowser();
  const { buildIfStale } = await import('./build.js');
  await buildIfStale();
  return runInNode(files, 1);
}

function lineOf(suite, { passed, failed, skipped, seconds }) {
  const counts = `${passed} ok, ${failed} not ok, ${skipped} left out`;
  return `  ${suite.padEnd(8)} ${counts}, ${seconds.toFixed(1)} s`;
}
