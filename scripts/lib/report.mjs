// Owns the reading of the test runners' reports: how many passed, which failed and which were
// skipped, by name. A report without a single test is a failure, not a success.
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What a list of {name, state} comes to: {passed, failed, skipped: names}. */
function sum(tests) {
  const named = (state) => tests.filter((test) => test.state === state).map((test) => test.name);
  return {
    passed: named('passed').length,
    failed: named('failed').length,
    skipped: named('skipped'),
  };
}

const VITEST = { passed: 'passed', failed: 'failed' };

/** Reads the report that vitest's json reporter wrote at `path`. */
export function vitestReport(path) {
  const tests = read(path).testResults.flatMap((file) => file.assertionResults);
  return sum(
    tests.map((test) => ({ name: test.fullName, state: VITEST[test.status] ?? 'skipped' })),
  );
}

const PLAYWRIGHT = { expected: 'passed', unexpected: 'failed', flaky: 'failed' };

function* specs(suite) {
  yield* suite.specs ?? [];
  for (const inner of suite.suites ?? []) yield* specs(inner);
}

/** Reads the report that Playwright's json reporter wrote at `path`. */
export function playwrightReport(path) {
  const tests = [...specs(read(path))].flatMap((spec) =>
    spec.tests.map((test) => ({ name: spec.title, state: PLAYWRIGHT[test.status] ?? 'skipped' })),
  );
  return sum(tests);
}
