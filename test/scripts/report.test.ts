// Owns the proof that the runners' reports are read whole: what passed, what failed, and what was
// skipped by its name.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { tempDir } from '../fixtures/temp-dir';

interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

type Read = (path: string) => Report;

const script = new URL('../../scripts/lib/report.mjs', import.meta.url).href;
const { vitestReport, playwrightReport } = (await import(script)) as {
  vitestReport: Read;
  playwrightReport: Read;
};

let folder = '';

beforeEach(() => {
  folder = tempDir('report');
});

function written(report: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

it("reads vitest's", () => {
  const test = (status: string) => ({ status, fullName: `a ${status} test` });
  const files = [
    { assertionResults: ['passed', 'failed', 'skipped'].map(test) },
    { assertionResults: ['passed', 'pending', 'todo'].map(test) },
  ];
  expect(vitestReport(written({ testResults: files }))).toEqual({
    passed: 2,
    failed: 1,
    skipped: ['a skipped test', 'a pending test', 'a todo test'],
  });
  expect(vitestReport(written({ testResults: [] }))).toEqual({ passed: 0, failed: 0, skipped: [] });
});

it("reads Playwright's, suites in suites", () => {
  const spec = (status: string) => ({ title: `a ${status} spec`, tests: [{ status }] });
  const inner = { specs: ['skipped', 'flaky'].map(spec) };
  const suites = [{ specs: ['expected', 'unexpected'].map(spec), suites: [inner] }];
  expect(playwrightReport(written({ suites }))).toEqual({
    passed: 1,
    failed: 2,
    skipped: ['a skipped spec'],
  });
});
