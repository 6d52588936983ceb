// Owns `npm run verify -- DATA_DIR [--json]`: recomputes chain, decisions, totals and projections.
// Exit codes: 0 all fits; 1 the first difference is told in one line; 2 there is nothing to verify,
// or the order was wrong.
import { sayError } from '../io/store/faults';
import { NoDatabase } from './verify/source';
import { tellJson, tellText } from './verify/tell';
import { verifyDir } from './verify/verify-dir';

const USAGE = 'Use: npm run verify -- DATA_DIR [--json]';

function main(words: readonly string[]): number {
  const json = words.includes('--json');
  const [dataDir, ...more] = words.filter((word) => word !== '--json');
  if (dataDir === undefined || dataDir.startsWith('-') || more.length > 0)
    return nothing(json, USAGE);
  try {
    const report = verifyDir(dataDir);
    process.stdout.write(json ? tellJson(dataDir, report) : tellText(report));
    return report.difference === null ? 0 : 1;
  } catch (error) {
    if (error instanceof NoDatabase) return nothing(json, error.message);
    return nothing(json, `The verification could not be finished: ${sayError(error)}`);
  }
}

function nothing(json: boolean, message: string): number {
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, error: message })}\n`);
  else process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
