// Owns which lines of the log are shown, and how their facts read. Pure. Refuses to hide a line
// without the filter saying so: what it hides is counted.
import type { LogLevel, LogLine } from '../../../../contract/host/machine';
import { LOG_LEVELS } from '../../../../contract/limits';

/** What passes: from this level up, of one component (null: all), with these words in it. */
export interface LogSieve {
  readonly level: LogLevel;
  readonly component: string | null;
  readonly words: string;
}

export const EVERYTHING: LogSieve = { level: 'info', component: null, words: '' };

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The facts of a line, as one line: 'port 9999 · address 127.0.0.1'. */
export function factsText(facts: LogLine['facts']): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${plain(value)}`)
    .join(' · ');
}

/** The lines that pass, newest first. */
export function sieved(lines: readonly LogLine[], sieve: LogSieve): readonly LogLine[] {
  const least = LOG_LEVELS.indexOf(sieve.level);
  const words = sieve.words.toLowerCase().split(/\s+/u);
  const passes = (line: LogLine): boolean => {
    if (LOG_LEVELS.indexOf(line.level) < least) return false;
    if (sieve.component !== null && line.component !== sieve.component) return false;
    const text = `${line.code} ${factsText(line.facts)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return lines.filter(passes).toReversed();
}
