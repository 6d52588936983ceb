// Owns `npm test`: types, lint, format and build beside each other, then the tests under vitest,
// then the console in a real browser, one after the other so that nothing disturbs what is timed.
// The closing line counts what passed and names what was skipped.
import { mkdirSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { needChromium } from './chromium.mjs';
import { beside } from './lib/child.mjs';
import { inRoot, nodePath } from './lib/house.mjs';
import { inOwnTemp } from './lib/own-temp.mjs';
import { playwrightReport, vitestReport } from './lib/report.mjs';

const PART_MOST_MS = 600_000;
const REPORTS = inRoot('.cache', 'reports');
const started = performance.now();

const say = (line) => process.stdout.write(`${line}\n`);
const bin = (...parts) => inRoot('node_modules', ...parts);

/** Runs one part under the project's Node; says how it went, and all it said where it failed. */
async function part(name, args, env = {}) {
  const from = performance.now();
  const { code, output } = await beside(nodePath(), args, {
    quiet: true,
    limitMs: PART_MOST_MS,
    env,
  });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  say(`${code === 0 ? 'ok     ' : 'FAILED '} ${name} (${seconds} s)`);
  if (code !== 0) say(output.trimEnd());
  return code === 0;
}

const types = (project) => [bin('@typescript', 'native', 'bin', 'tsc'), '-p', project];

async function still() {
  const sources = ['src', 'test', 'scripts'];
  const eslint = [bin('eslint', 'bin', 'eslint.js'), '--config', 'test/laws/eslint.config.js'];
  const prettier = [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn'];
  const light = async () => [
    await part('types', types('tsconfig.json')),
    await part('types of core alone', types('src/main/core/tsconfig.json')),
    await part('format', [...prettier, ...sources]),
    await part('build', [inRoot('scripts', 'build.mjs')]),
  ];
  const [many, lint] = await Promise.all([
    light(),
    part('lint', [...eslint, '--max-warnings', '0', ...sources]),
  ]);
  return [...many, lint];
}

async function units() {
  const report = inRoot('.cache', 'reports', 'vitest.json');
  const args = [bin('vitest', 'vitest.mjs'), 'run', '--config', 'test/vitest.config.ts'];
  const output = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  const [ran, left] = await inOwnTemp((env) => part('tests', [...args, ...output], env));
  if (left.length > 0) say(`FAILED tests left in the temporary folder: ${left.join(', ')}`);
  return { ok: ran && left.length === 0, ...vitestReport(report) };
}

async function browser() {
  const report = inRoot('.cache', 'reports', 'playwright.json');
  const env = { CHROMIUM_PATH: await needChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const config = ['--config', 'test/e2e/playwright.config.ts', '--reporter', 'list,json'];
  const ok = await part(
    'console in a browser',
    [bin('playwright', 'cli.js'), 'test', ...config],
    env,
  );
  return { ok, ...playwrightReport(report) };
}

function close(oks, results) {
  const total = (key) => results.reduce((count, result) => count + result[key], 0);
  const skipped = results.flatMap((result) => result.skipped);
  const ok = oks.every(Boolean) && results.every((result) => result.ok && result.passed > 0);
  const seconds = Math.round((performance.now() - started) / 1000);
  const names = skipped.length === 0 ? '' : `: ${skipped.join('; ')}`;
  say(
    `${ok ? 'All good' : 'NOT good'} in ${seconds} s: ${total('passed')} tests passed, ` +
      `${total('failed')} failed, ${skipped.length} skipped${names}.`,
  );
  process.exitCode = ok ? 0 : 1;
}

try {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const oks = await still();
  await build();
  const results = [await units(), await browser()];
  close(oks, results);
} catch (error) {
  say(`NOT good: ${error.message}`);
  process.exitCode = 1;
}
