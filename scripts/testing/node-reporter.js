import { relative } from 'node:path';
import { projectFolder } from '../setup.js';
import { writeSuiteResult } from './suite-result.js';

/**
 * Reporter of `node --test`: a line for each failure with the file and line of its TypeScript source, and the counts
 * in the suite's result file.
 */
export default async function* report(events) {
  const run = { passed: 0, failed: 0, skipped: 0, filesWithTests: new Set(), output: new Map() };
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') keepOutput(run, data);
    if (type === 'test:pass') yield* passed(run, data);
    if (type === 'test:fail') yield* failed(run, data);
  }
  const { passed: ok, failed: bad, skipped } = run;
  writeSuiteResult({ passed: ok, failed: bad, skipped });
}

function keepOutput(run, { file, message }) {
  run.output.set(file, (run.output.get(file) ?? '') + message);
}

function* passed(run, data) {
  if (isFile(data)) return yield* fileEnded(run, data);
  if (isSuite(data)) return;
  run.filesWithTests.add(data.file);
  if (data.skip !== undefined || data.todo !== undefined) run.skipped += 1;
  else run.passed += 1;
}

function* fileEnded(run, { file }) {
  if (run.filesWithTests.has(file)) return;
  run.failed += 1;
  yield `\n✗ ${sourceOf(file)}\n  The file ran no test, or ended the process before its first.\n`;
  yield indented(run.output.get(file) ?? '');
}

function* failed(run, data) {
  run.filesWithTests.add(data.file);
  const error = data.details.error;
  if (data.todo !== undefined) return void (run.skipped += 1);
  if (isSuite(data) && error.failureType === 'subtestsFailed') return;
  run.failed += 1;
  yield isFile(data) ? fileFailure(run, data) : testFailure(data, error);
}

function fileFailure(run, { file }) {
  const output = run.output.get(file) || 'It ended with an error and wrote nothing.';
  return `\n✗ ${sourceOf(file)}\n${indented(output)}`;
}

function testFailure({ name, file }, error) {
  const cause = error.cause ?? error;
  const text = typeof cause === 'object' ? describeError(cause) : String(cause);
  const place = placeIn(cause?.stack) ?? sourceOf(file);
  return `\n✗ ${name}\n  ${place}\n${indented(text)}`;
}

function describeError(error) {
  const stack = error.stack ?? `${error.name}: ${error.message}`;
  const lines = stack.split('\n').filter((line) => !/\bnode:|node_modules/.test(line));
  const ours = lines.map((line) =>
    line.replaceAll(`file://${projectFolder}/`, '').replaceAll(`${projectFolder}/`, ''),
  );
  const values = 'expected' in error && 'actual' in error ? differences(error) : '';
  return ours.join('\n') + values;
}

function differences({ expected, actual }) {
  const [wanted, got] = [linesOf(expected), linesOf(actual)];
  const first = wanted.findIndex((line, at) => line !== got[at]);
  // Of long values the first lines that differ, with one before them.
  const from = Math.max(0, (first < 0 ? wanted.length : first) - 1);
  const part = (lines) =>
    lines
      .slice(from, from + 8)
      .join('\n  ')
      .slice(0, 2000);
  const place = from > 0 ? ` (from line ${from + 1})` : '';
  return `\nexpected${place}:\n  ${part(wanted)}\nactual${place}:\n  ${part(got)}`;
}

function linesOf(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return String(text).split('\n');
}

/** The first frame of the stack that lies in a test file, as path:line:column. */
function placeIn(stack) {
  return /(test\/[^\s:()]+\.ts:\d+:\d+)/.exec(stack ?? '')?.[1];
}

function isFile({ name, file, nesting }) {
  return nesting === 0 && name === file;
}

function isSuite({ details }) {
  return details?.type === 'suite';
}

function sourceOf(file) {
  const bundle = relative(projectFolder, file).replaceAll('\\', '/');
  return bundle.replace(/^\.cache\/tests-\d+\/bundles\//, '').replace(/\.mjs$/, '.ts');
}

function indented(text) {
  return text.trimEnd().replace(/^/gm, '  ') + '\n';
}
