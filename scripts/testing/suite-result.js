import { readFileSync, writeFileSync } from 'node:fs';

/**
 * What one suite of tests came to, handed from its reporter to `npm test` in the file named by CASELOAD_TEST_RESULT,
 * because the reporters run in processes of their own: `{ passed, failed, skipped }`, whole numbers. Writes nothing
 * when the variable is absent, as when a runner is started by hand.
 */
export function writeSuiteResult(result) {
  const file = process.env.CASELOAD_TEST_RESULT;
  if (file) writeFileSync(file, JSON.stringify(result));
}

/** The result in the file, or `undefined` when its suite ended before it could write one. */
export function readSuiteResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
