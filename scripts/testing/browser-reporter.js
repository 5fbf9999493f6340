import { relative } from 'node:path';
import { projectFolder } from '../setup.js';
import { writeSuiteResult } from './suite-result.js';

/**
 * Reporter of the Web Test Runner: a line for each failure and the counts in the suite's result file.
 * A session that could not load its file counts as one failure.
 */
export function browserReporter() {
  return {
    reportTestFileResults: ({ sessionsForTestFile }) => sessionsForTestFile.forEach(reportSession),
    onTestRunFinished: ({ sessions }) => writeSuiteResult(count(sessions)),
  };
}

function reportSession(session) {
  for (const { path, test } of failedTests(session)) print(path, session, test.error);
  for (const error of session.errors) print([], session, error);
  if (session.errors.length === 0 && ranNoTest(session)) print([], session, { message: noTest });
  for (const address of session.request404s) console.log(`  not found: ${address}`);
  for (const line of session.logs) console.log(' ', ...line);
}

const noTest = 'The file ran no test.';

function print(path, session, error) {
  const title = path.length > 0 ? path.join(' > ') : sourceOf(session);
  console.log(`\n✗ ${title}\n  ${placeIn(error?.stack) ?? sourceOf(session)}`);
  console.log(indented([error?.message ?? 'failed', error?.stack ?? ''].join('\n').trimEnd()));
  if (error && 'expected' in error)
    console.log(`  expected: ${error.expected}\n  actual:   ${error.actual}`);
}

function count(sessions) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) add(total, session);
  return total;
}

function add(total, session) {
  for (const { test } of testsIn(session)) {
    if (test.skipped) total.skipped += 1;
    else if (test.passed) total.passed += 1;
    else total.failed += 1;
  }
  if (session.errors.length > 0 || ranNoTest(session)) total.failed += 1;
}

function ranNoTest(session) {
  return testsIn(session).length === 0;
}

function failedTests(session) {
  return testsIn(session).filter(({ test }) => !test.passed && !test.skipped);
}

function testsIn({ testResults }) {
  return testResults ? testsBelow(testResults, []) : [];
}

function testsBelow(suite, above) {
  const path = suite.name ? [...above, suite.name] : above;
  const own = suite.tests.map((test) => ({ path: [...path, test.name], test }));
  return [...own, ...suite.suites.flatMap((inner) => testsBelow(inner, path))];
}

function sourceOf({ testFile }) {
  return relative(projectFolder, testFile).replaceAll('\\', '/');
}

function placeIn(stack) {
  return /(test\/[^\s:()?]+\.ts)(?:\?[^\s:]*)?(:\d+:\d+)/
    .exec(stack ?? '')
    ?.slice(1)
    .join('');
}

function indented(text) {
  return text.replace(/^/gm, '  ');
}
