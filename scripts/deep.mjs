// Owns `npm run test:deep -- --minutes N`: the long runs, one after the other, each with an equal
// share of the minutes in CUEBID_DEEP_MINUTES, then every benchmark once to see that it still runs.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { beside } from './lib/child.mjs';
import { inRoot, nodePath } from './lib/house.mjs';

const DEFAULT_MINUTES = 12;

const say = (line) => process.stderr.write(`${line}\n`);

function askedMinutes() {
  const { values } = parseArgs({ options: { minutes: { type: 'string' } } });
  const minutes = Number(values.minutes ?? DEFAULT_MINUTES);
  if (minutes > 0 && Number.isFinite(minutes)) return minutes;
  throw new Error('--minutes takes a number above 0.');
}

/** Runs a part with its output shown; throws if it fails. */
async function part(name, args, env = {}) {
  const { code } = await beside(nodePath(), args, { env });
  if (code !== 0) throw new Error(`${name} ended with ${code}.`);
}

async function longRuns(minutes) {
  const all = readdirSync(inRoot('test'), { recursive: true });
  const files = all.filter((name) => name.endsWith('.deep.test.ts'));
  if (files.length === 0) throw new Error('There is no *.deep.test.ts under test/.');
  const share = minutes / files.length;
  say(`${files.length} long runs of ${share.toFixed(2)} minutes each.`);
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', 'test/vitest.deep.config.ts'];
  await part('The long runs', args, { CUEBID_DEEP_MINUTES: String(share) });
}

async function benches() {
  await part('The benchmarks', [inRoot('test', 'bench', 'bench.ts'), '--smoke']);
}

try {
  const minutes = askedMinutes();
  await build();
  await longRuns(minutes);
  await benches();
} catch (error) {
  say(`NOT good: ${error.message}`);
  process.exitCode = 1;
}
