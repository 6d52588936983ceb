// Owns how flags, environment and config file become one set of settings: a flag wins over the
// environment, that over the file, that over the default. Refuses unknown flags, unknown keys and
// values out of range, each with one line that says which and how to mend it.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { configSchema, type Config } from '../../../contract/config';
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

const VALUES = ['data-dir', 'config', 'http', 'udp', 'scte104', 'mode'] as const;
type ValueFlag = (typeof VALUES)[number];
const SWITCHES = ['demo', 'ready-json'] as const;
type Switch = (typeof SWITCHES)[number];
type Flags = Partial<Record<ValueFlag, string> & Record<Switch, boolean>>;

const ENV: Readonly<Record<ValueFlag | Switch, string>> = {
  'data-dir': 'CUEBID_DATA_DIR',
  config: 'CUEBID_CONFIG',
  http: 'CUEBID_HTTP',
  udp: 'CUEBID_UDP',
  scte104: 'CUEBID_SCTE104',
  mode: 'CUEBID_MODE',
  demo: 'CUEBID_DEMO',
  'ready-json': 'CUEBID_READY_JSON',
};

const ON = ['1', 'true'];
const OFF = ['0', 'false'];

/** A demo's data lies here, inside the folder of this account. */
const DEMO_DIR = 'demo';

class Wrong extends Error {}

function switchOf(name: Switch, env: NodeJS.ProcessEnv): boolean | undefined {
  const value = env[ENV[name]];
  if (value === undefined || value === '') return undefined;
  if (ON.includes(value)) return true;
  if (OFF.includes(value)) return false;
  throw new Wrong(`${ENV[name]} takes 1 or 0, not "${value}".`);
}

function flagsOf(argv: readonly string[], env: NodeJS.ProcessEnv): Flags {
  const text = { type: 'string' } as const;
  const options = {
    'data-dir': text,
    config: text,
    http: text,
    udp: text,
    scte104: text,
    mode: text,
    demo: { type: 'boolean' },
    'ready-json': { type: 'boolean' },
  } as const;
  let values: Flags;
  try {
    values = parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    throw new Wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
  const fromEnv = VALUES.flatMap((name) => {
    const value = env[ENV[name]];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const switches = SWITCHES.flatMap((name) => {
    const value = switchOf(name, env);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(switches), ...Object.fromEntries(fromEnv), ...values };
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
