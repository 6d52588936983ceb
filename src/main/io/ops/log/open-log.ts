// Owns the log: one JSON line a fact in logs/cuebid.log, with its code, limited by code, secrets
// taken out. Refuses free text as the first thing a line says: the code is what one looks for.
import path from 'node:path';
import pino from 'pino';
import type { LogLine } from '../../../../contract/host/machine';
import type { Clock, Log } from '../../../flow/ports';
import { LogFile } from './log-file';
import { createLogLimit } from './log-limit';
import { plainFacts } from './log-redact';
import { LogTail } from './log-tail';

const FILE_MOST_BYTES = 10 * 1_048_576;
const FILES = 5;
/** Lines of one code in a minute; errors get more, since a request id is looked for in them. */
const MOST_A_MINUTE = 5;
const ERRORS_MOST_A_MINUTE = 30;
const SWEEP_MS = 15_000;

/** Where the log lies and by which clock. */
export interface LogSettings {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly mostBytes?: number;
  readonly files?: number;
}

/** A log that can be brought to its end. */
export interface OpenLog extends Log {
  /** The last lines, those of the run before included, oldest first. */
  readonly tail: () => readonly LogLine[];
  /** Writes what waits before it returns; for the last words of a process. */
  readonly flush: () => void;
  readonly close: () => Promise<void>;
}

type Level = 'info' | 'warn' | 'error';

/** Has the last words of this process written, however it ends. Gives the undoing. */
function atLastWords(flush: () => void): () => void {
  process.on('exit', flush).on('uncaughtExceptionMonitor', flush);
  return () => void process.off('exit', flush).off('uncaughtExceptionMonitor', flush);
}

/** Writes facts as lines of JSON. */
function lineWriter(now: () => string, write: (line: string) => void) {
  const formatters = { level: (level: string) => ({ level }) };
  return pino({ base: null, formatters, timestamp: () => `,"time":"${now()}"` }, { write });
}

/** Opens the log under `dataDir`. Throws StartFault where it cannot be written. */
export function openLog(settings: LogSettings): OpenLog {
  const { dataDir, clock, mostBytes = FILE_MOST_BYTES, files = FILES } = settings;
  const now = (): string => new Date(clock.wallMs()).toISOString();
  const troubleLine = (code: string, facts: Record<string, unknown>): string =>
    `${JSON.stringify({ level: 'warn', time: now(), code, facts })}\n`;
  const file = path.join(dataDir, 'logs', 'cuebid.log');
  const sink = new LogFile({ file, mostBytes, files, troubleLine });
  const tail = new LogTail(file);
  const lines = lineWriter(now, (line) => {
    tail.keep(line);
    sink.write(line);
  });
  const limits: Record<Level, ReturnType<typeof createLogLimit>> = {
    info: createLogLimit(MOST_A_MINUTE, clock.monoMs),
    warn: createLogLimit(MOST_A_MINUTE, clock.monoMs),
    error: createLogLimit(ERRORS_MOST_A_MINUTE, clock.monoMs),
  };
  const tellHeldBack = (all: boolean): void => {
    for (const level of ['info', 'warn', 'error'] as const)
      for (const [code, held] of limits[level].heldBack(all))
        lines[level]({ code, facts: { heldBack: held } });
  };
  const at =
    (level: Level) =>
    (code: string, facts: Record<string, unknown> = {}): void => {
      tellHeldBack(false);
      if (limits[level].admit(code)) lines[level]({ code, facts: plainFacts(facts) });
    };
  const sweep = setInterval(tellHeldBack, SWEEP_MS, false);
  sweep.unref();
  const forgetLastWords = atLastWords(sink.flush);
  return {
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    tail: () => tail.lines(),
    flush: sink.flush,
    close: async () => {
      clearInterval(sweep);
      tellHeldBack(true);
      await sink.close();
      forgetLastWords();
    },
  };
}
