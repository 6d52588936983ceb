// Owns how flags, environment and config file become one set of settings: a flag wins over the
// environment, that over the file, that over the default. Refuses unknown flags, unknown keys and
// values out of range, each with one line that says which and how to mend it.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { configSchema, START_FLAGS, type Config } from '../../../contract/host/config';
import { flagFault, HELP_FLAG, helpOf, optionsOf } from '../../core/lib/flags';
import { defaultDataDir } from './data-dir';

/** What the engine is started with. */
export interface Settings extends Omit<Config, 'dataDir'> {
  readonly dataDir: string;
  readonly readyJson: boolean;
}

/** Settings, or the line that says what is wrong. */
export type Read =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly line: string };

const FLAGS = { ...START_FLAGS, help: HELP_FLAG } as const;
type Name = keyof typeof START_FLAGS;
type Switch = 'demo' | 'ready-json';
type ValueFlag = Exclude<Name, Switch>;
type Flags = Partial<Record<ValueFlag, string> & Record<Switch, boolean>>;

const NAMES = Object.keys(START_FLAGS) as readonly Name[];

/** What --help says of a start. */
export const START_HELP = helpOf({
  use: ['npm run headless -- FLAGS', 'npm start -- FLAGS'],
  does: 'Starts Cuebid: the engine alone for a browser (headless), or the app where it can run.',
  flags: FLAGS,
  more: [
    'A flag wins over the variable in brackets (1 or 0 for a switch), that over the config file.',
    'npm start takes --electron too: tries again to fetch Electron. Manual: docs/operations.md',
    'Exit codes: 0 ended, 1 broke down, 2 could not start (the line says why).',
  ],
});

const ON = ['1', 'true'];
const OFF = ['0', 'false'];

/** A demo's data lies here, inside the folder of this account. */
const DEMO_DIR = 'demo';

class Wrong extends Error {}

function isSwitch(name: Name): name is Switch {
  return START_FLAGS[name].takes === null;
}

function fromEnv(name: Name, env: NodeJS.ProcessEnv): [Name, string | boolean] | null {
  const variable = START_FLAGS[name].env;
  const value = env[variable];
  if (value === undefined || value === '') return null;
  if (!isSwitch(name)) return [name, value];
  if (ON.includes(value)) return [name, true];
  if (OFF.includes(value)) return [name, false];
  throw new Wrong(`${variable} takes 1 or 0, not "${value}".`);
}

function flagsOf(argv: readonly string[], env: NodeJS.ProcessEnv): Flags {
  const typed = typedFlags(argv);
  const set = NAMES.flatMap((name) => {
    const given = fromEnv(name, env);
    return given === null ? [] : [given];
  });
  return { ...Object.fromEntries(set), ...typed };
}

function typedFlags(argv: readonly string[]): Flags {
  try {
    return parseArgs({ args: [...argv], options: optionsOf(FLAGS), strict: true }).values;
  } catch (error) {
    throw new Wrong(flagFault(error));
  }
}

function fileOf(path: string, mustExist: boolean): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'ENOENT' && !mustExist) return {};
    throw new Wrong(`Config file ${path} cannot be read (${code}); name another with --config.`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Wrong(`Config file ${path} is not JSON (${why}); mend it or name another.`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Wrong(`Config file ${path} must hold one JSON object.`);
  }
  return parsed as Record<string, unknown>;
}

/** A demo never lies in the usual folder itself, even where a host names that one. */
function placeOf(named: string | undefined, usual: string, demo: boolean): string {
  const elsewhere = named !== undefined && resolve(named) !== resolve(usual);
  return demo && !elsewhere ? join(usual, DEMO_DIR) : (named ?? usual);
}

function merged(flags: Flags, env: NodeJS.ProcessEnv): Settings {
  const named = flags.config;
  const usual = defaultDataDir(process.platform, env);
  const early = placeOf(flags['data-dir'], usual, flags.demo === true);
  const file = fileOf(named ?? join(early, 'config.json'), named !== undefined);
  const given: Record<string, unknown> = { ...file };
  for (const name of ['http', 'udp', 'scte104', 'mode', 'demo'] as const) {
    if (flags[name] !== undefined) given[name] = flags[name];
  }
  const checked = configSchema.safeParse(given);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const where = issue?.path.join('.') ?? '';
    const what = `${where === '' ? '' : `${where}: `}${issue?.message ?? 'not valid'}`;
    throw new Wrong(`Settings are wrong: ${what}. Mend the flag, the variable or the config file.`);
  }
  const { demo, mode } = checked.data;
  if (demo && mode !== undefined && mode !== 'on-air') {
    throw new Wrong('A demo runs on air: leave --mode (CUEBID_MODE, mode) out, or --demo.');
  }
  const dataDir = placeOf(flags['data-dir'] ?? checked.data.dataDir, usual, demo);
  return { ...checked.data, dataDir, readyJson: flags['ready-json'] ?? false };
}

/** Reads the settings of this start. */
export function readSettings(argv: readonly string[], env: NodeJS.ProcessEnv): Read {
  try {
    return { ok: true, settings: merged(flagsOf(argv, env), env) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, line: error.message };
    throw error;
  }
}

/** HOST and PORT of a checked HOST:PORT. */
export function splitHostPort(text: string): { host: string; port: number } {
  const at = text.lastIndexOf(':');
  return { host: text.slice(0, at).replace(/^\[|\]$/gu, ''), port: Number(text.slice(at + 1)) };
}
