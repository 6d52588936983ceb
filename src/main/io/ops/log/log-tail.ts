// Owns the last lines of the log, at hand for whoever asks: those of the file at the start, then
// each as it is written, secrets taken out before. Refuses to grow: lines and characters are
// bounded.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { LogLine } from '../../../../contract/host/machine';
import { LOG_LEVELS, LOG_MOST } from '../../../../contract/limits';

const KEPT_MOST_CHARS = 262_144;
const READ_BACK_BYTES = 65_536;

/** The part of the engine that speaks, by the first word of a code. */
const COMPONENTS: Readonly<Record<string, string>> = {
  scte104: 'listener',
  listener: 'listener',
  cues: 'cues',
  demo: 'demo',
  decision: 'targets',
  storage: 'store',
  store: 'store',
  rows: 'store',
  clock: 'host',
  log: 'log',
  call: 'api',
  request: 'api',
  port: 'api',
  socket: 'api',
  tokens: 'api',
  upgrade: 'api',
};

/** The component of a code; whatever has no other is the engine's own. */
export function componentOf(code: string): string {
  return COMPONENTS[code.split('_')[0] ?? ''] ?? 'engine';
}

/** A line of the file as the contract has it; null for one that is torn or foreign. */
export function lineOf(text: string): LogLine | null {
  try {
    const { level, time, code, facts } = JSON.parse(text) as Record<string, unknown>;
    const known = LOG_LEVELS.find((name) => name === level);
    if (known === undefined || typeof time !== 'string' || typeof code !== 'string') return null;
    const plain = typeof facts === 'object' && facts !== null ? { ...facts } : {};
    return { at: time, level: known, component: componentOf(code), code, facts: plain };
  } catch {
    return null;
  }
}

/** The last lines of a file, the first of them perhaps torn; none where it cannot be read. */
function readBack(file: string): string[] {
  try {
    const descriptor = openSync(file, 'r');
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, READ_BACK_BYTES));
    readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    closeSync(descriptor);
    return bytes.toString('utf8').split('\n');
  } catch {
    return [];
  }
}

/** The tail of a log file. */
export class LogTail {
  private readonly kept: string[] = [];
  private chars = 0;

  constructor(file: string) {
    for (const line of readBack(file).slice(-LOG_MOST)) this.keep(line);
  }

  /** Keeps one more line. */
  keep(line: string): void {
    if (line.trim() === '') return;
    this.kept.push(line);
    this.chars += line.length;
    while (this.kept.length > LOG_MOST || (this.chars > KEPT_MOST_CHARS && this.kept.length > 1))
      this.chars -= this.kept.shift()?.length ?? 0;
  }

  /** The lines, oldest first. */
  lines(): LogLine[] {
    return this.kept.map(lineOf).filter((line) => line !== null);
  }
}
