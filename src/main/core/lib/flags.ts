// Owns a program's flags as one table: what its parser is told and what its --help says are made of
// the same rows, so that neither can know a flag the other does not. Refuses to parse anything.

/** One flag. `takes` is the word for its value, null for a switch; `says` what it does. */
export interface Flag {
  readonly takes: string | null;
  readonly says: string;
  readonly multiple?: true;
  /** The environment variable that says the same. */
  readonly env?: string;
}

/** Flags by name, in the order in which they are told. */
export type FlagTable = Readonly<Record<string, Flag>>;

/** What a program says of itself. */
export interface Usage {
  /** How it is typed; one line each. */
  readonly use: readonly string[];
  readonly does: string;
  readonly flags: FlagTable;
  /** What stands below the flags; one line each. */
  readonly more: readonly string[];
}

/** The row every table ends with. */
export const HELP_FLAG = { takes: null, says: 'says this, and ends' } as const satisfies Flag;

/** A row as an option of the host's parser. */
export type OptionOf<F extends Flag> = {
  type: F['takes'] extends null ? 'boolean' : 'string';
} & (F extends { multiple: true } ? { multiple: true } : unknown);

/** The table as the options of the host's parser. */
export function optionsOf<T extends FlagTable>(table: T): { [K in keyof T]: OptionOf<T[K]> } {
  const rows = Object.entries(table).map(([name, { takes, multiple = false }]) => [
    name,
    { type: takes === null ? 'boolean' : 'string', ...(multiple && { multiple }) },
  ]);
  return Object.fromEntries(rows) as { [K in keyof T]: OptionOf<T[K]> };
}

/** What --help says, with a line break at its end. */
export function helpOf({ use, does, flags, more }: Usage): string {
  const rows = Object.entries(flags).map(([name, { takes, says, env, multiple }]) => ({
    flag: `--${name}${takes === null ? '' : ` ${takes}`}`,
    text: `${says}${multiple ? '; may be repeated' : ''}${env === undefined ? '' : ` [${env}]`}`,
  }));
  const width = Math.max(...rows.map(({ flag }) => flag.length));
  const told = rows.map(({ flag, text }) => `  ${flag.padEnd(width)}  ${text}`);
  const parts = [use.map((line) => `Use: ${line}`), [does], told, more];
  const shown = parts.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Whether help is asked for, whatever else is typed. */
export function asksHelp(words: readonly string[]): boolean {
  return words.includes('--help') || words.includes('-h');
}

/** The parser's complaint in one line, with where the flags are told. */
export function flagFault(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return `${said.split(/\.\s/u)[0] ?? said}; --help tells the flags.`;
}
