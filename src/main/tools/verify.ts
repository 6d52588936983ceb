// Owns `npm run verify -- DATA_DIR [--json]`: recomputes chain, decisions, totals and projections.
// Exit codes: 0 all fits; 1 the first difference is told in one line; 2 there is nothing to verify,
// or the order was wrong.
import { parseArgs } from 'node:util';
import {
  asksHelp,
  flagFault,
  HELP_FLAG,
  helpOf,
  optionsOf,
  type FlagTable,
} from '../core/lib/flags';
import { sayError } from '../io/store/faults';
import { NoDatabase } from './verify/source';
import { tellJson, tellText } from './verify/tell';
import { verifyDir } from './verify/verify-dir';

const FLAGS = {
  json: { takes: null, says: 'says it as one JSON object' },
  help: HELP_FLAG,
} as const satisfies FlagTable;

const USE = 'npm run verify -- DATA_DIR [--json]';
const HELP = helpOf({
  use: [USE],
  does:
    'Recomputes the chain, every decision, every total and every projection of a data folder.\n' +
    'Changes nothing; a folder that an engine holds is read as it is, without its page seals.',
  flags: FLAGS,
  more: ['Exit codes: 0 all fits, 1 the first difference is told, 2 there is nothing to verify.'],
});

/** The folder and the form that were typed, or the line that says what is wrong. */
function orderOf(words: readonly string[]): { dataDir: string; json: boolean } | string {
  const given = { args: [...words], options: optionsOf(FLAGS), allowPositionals: true } as const;
  try {
    const { values, positionals } = parseArgs(given);
    const [dataDir, ...more] = positionals;
    if (dataDir === undefined || more.length > 0) return `Use: ${USE}; --help tells more.`;
    return { dataDir, json: values.json ?? false };
  } catch (error) {
    return flagFault(error);
  }
}

function main(words: readonly string[]): number {
  if (asksHelp(words)) {
    process.stdout.write(HELP);
    return 0;
  }
  const order = orderOf(words);
  if (typeof order === 'string') return nothing(words.includes('--json'), order);
  const { dataDir, json } = order;
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
