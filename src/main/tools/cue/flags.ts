// Owns what may be typed after `npm run cue --`: reads it, checks it and makes an order of it.
// Refuses anything it does not know, with one line that says what would be right.
import { parseArgs } from 'node:util';
import { testCueInput, type TestCueInput } from '../../../contract/marker';
import { flagFault, optionsOf } from '../../core/lib/flags';
import { CUE_MAKES, type CueMake } from '../../core/marker/make-cue';
import { CUE_FLAGS } from './flag-table';

/** What is to be done. */
export type Action =
  | { readonly kind: 'event'; readonly input: TestCueInput }
  | { readonly kind: 'batch'; readonly input: Omit<TestCueInput, 'eventType'> }
  | { readonly kind: 'simulate'; readonly game: GameOrder }
  | { readonly kind: 'stress'; readonly durationS: number; readonly ratePerSecond: number };

/** The made-up game. */
export interface GameOrder {
  readonly home: string;
  readonly away: string;
  readonly gameId: string | null;
  readonly speed: number;
  readonly isPlayoffs: boolean;
  readonly rivalry: boolean;
}

/** An order: what, in which form, where to, and whom to ask what became of it. */
export interface Order {
  readonly action: Action;
  readonly host: string;
  readonly port: number;
  readonly format: CueMake;
  readonly repeat: number;
  /** Null: a new one each time. */
  readonly seed: number | null;
  readonly http: string;
  readonly token: string | null;
  /** Where the engine's data lies, if not in its usual place; its token is looked up there. */
  readonly dataDir: string | null;
}

/** The line that says what is wrong with what was typed. */
export class Wrong extends Error {}

const LATER = ['mpegts', 'rtp', 'scte104'];
type Flags = ReturnType<typeof parse>;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: optionsOf(CUE_FLAGS), strict: true }).values;
  } catch (error) {
    throw new Wrong(flagFault(error));
  }
}

/** A number in a range, or the default where the flag is absent. */
function number(flags: Flags, name: keyof Flags, range: readonly [number, number, number]): number {
  const [least, most, otherwise] = range;
  const typed = flags[name];
  if (typed === undefined) return otherwise;
  const value = Number(typed);
  if (typed !== '' && value >= least && value <= most) return value;
  throw new Wrong(`--${name} takes a number from ${least} to ${most}, not "${String(typed)}".`);
}

function whole(flags: Flags, name: keyof Flags, range: readonly [number, number, number]): number {
  const value = number(flags, name, range);
  if (Number.isInteger(value)) return value;
  throw new Wrong(`--${name} takes a whole number.`);
}

const PERIOD = /^(?:[1-9]|1\d|20|OT|SO)$/u;

/** The facts that were typed, as a manual cue without its event. */
function factsOf(flags: Flags): Omit<TestCueInput, 'eventType'> {
  const { team, game, period, player } = flags;
  if (period !== undefined && !PERIOD.test(period)) {
    throw new Wrong(`--period takes 1 to 20, OT or SO, not "${period}".`);
  }
  return {
    ...(team !== undefined && { teamId: team }),
    ...(game !== undefined && { gameId: game }),
    ...(period !== undefined && { period }),
    ...(player !== undefined && { playerIds: player }),
    ...(flags.overtime && { isOvertime: true }),
    ...(flags.playoffs && { isPlayoffs: true }),
    ...(flags.finals && { isFinals: true }),
    ...(flags.star && { starPlayer: true }),
    ...(flags.close && { closeGame: true }),
    ...(flags.rivalry && { rivalry: true }),
    ...(flags.late && { latePeriod: true }),
  };
}

function checked(input: TestCueInput): TestCueInput {
  const read = testCueInput.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Wrong(`The cue is not valid: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
}

function gameOf(flags: Flags): GameOrder {
  return {
    home: flags['home-team'] ?? 'NYR',
    away: flags['away-team'] ?? 'BOS',
    gameId: flags.game ?? null,
    speed: number(flags, 'speed', [0.1, 100_000, 60]),
    isPlayoffs: flags.playoffs ?? false,
    rivalry: flags.rivalry ?? false,
  };
}

const KINDS = ['event', 'batch', 'simulate', 'stress'] as const;

function actionOf(flags: Flags): Action {
  const asked = KINDS.filter((kind) => flags[kind] !== undefined);
  const [kind] = asked;
  if (kind === undefined || asked.length > 1) {
    throw new Wrong('Say one of --event NAME, --batch, --simulate or --stress.');
  }
  switch (kind) {
    case 'event':
      return { kind, input: checked({ eventType: flags.event ?? '', ...factsOf(flags) }) };
    case 'batch':
      return { kind, input: factsOf(flags) };
    case 'simulate':
      return { kind, game: gameOf(flags) };
    case 'stress': {
      const durationS = number(flags, 'duration', [0.1, 86_400, 60]);
      return { kind, durationS, ratePerSecond: number(flags, 'rate', [0.01, 1_000_000, 5]) };
    }
  }
}

function formatOf(flags: Flags): CueMake {
  const asked = flags.format ?? 'scte35';
  const known = CUE_MAKES.find((form) => form === asked);
  if (known !== undefined) return known;
  const why = LATER.includes(asked) ? 'is not in this version' : 'is no form of a cue';
  throw new Wrong(`--format ${asked} ${why}; use ${CUE_MAKES.join(', ')}.`);
}

const ENGINE = 'http://127.0.0.1:9480';

function httpOf(flags: Flags): string {
  const typed = flags.http ?? ENGINE;
  const url = /^https?:\/\//u.test(typed) && URL.canParse(typed) ? new URL(typed) : null;
  if (url === null) throw new Wrong(`--http takes an address like ${ENGINE}, not "${typed}".`);
  return url.origin;
}

/** The order that was typed. Throws Wrong with one line where it is none. */
export function orderOf(argv: readonly string[], env: NodeJS.ProcessEnv): Order {
  const flags = parse(argv);
  return {
    action: actionOf(flags),
    host: flags.host ?? '127.0.0.1',
    port: whole(flags, 'port', [1, 65_535, 9_999]),
    format: formatOf(flags),
    repeat: whole(flags, 'repeat', [1, 1_000, 1]),
    seed: flags.seed === undefined ? null : whole(flags, 'seed', [0, 2 ** 32 - 1, 0]),
    http: httpOf(flags),
    token: flags.token ?? env['CUEBID_TOKEN'] ?? null,
    dataDir: flags['data-dir'] ?? env['CUEBID_DATA_DIR'] ?? null,
  };
}
