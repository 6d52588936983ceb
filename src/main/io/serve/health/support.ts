// Owns the two answers for whoever looks for a fault: the last lines of the log, sieved, and the
// support bundle. Refuses secrets, which the log has taken out, and amounts: counts are enough.
import type { LogLevel, LogTail, SupportBundle } from '../../../../contract/host/machine';
import { LOG_LEVELS } from '../../../../contract/limits';
import type { Engine } from '../../../flow/ports';
import { readHealth, type About } from './read-health';

/** What is asked of the log. */
export interface LogSieve {
  readonly level: LogLevel;
  readonly component?: string | undefined;
  readonly limit: number;
}

/** The newest lines that pass, oldest first, and every component that has spoken. */
export function readLog(engine: Engine, { level, component, limit }: LogSieve): LogTail {
  const lines = engine.logLines();
  const least = LOG_LEVELS.indexOf(level);
  const passed = lines.filter(
    (line) =>
      LOG_LEVELS.indexOf(line.level) >= least &&
      (component === undefined || line.component === component),
  );
  const components = [...new Set(lines.map((line) => line.component))].sort();
  return { items: passed.slice(-limit), components };
}

/** The bundle, each part as its own question would answer it now. */
export async function makeBundle(engine: Engine, about: About): Promise<SupportBundle> {
  const [health, machine, preflight] = await Promise.all([
    readHealth(engine, about),
    engine.machine(),
    engine.preflight(),
  ]);
  const log = [...engine.logLines()];
  return { at: machine.at, health, liveStats: engine.liveStats(), machine, preflight, log };
}
