// Owns what may be typed after `npm run cue --`: reads it, checks it and makes an order of it.
// Refuses anything it does not know, with one line that says what would be right.
import { isIPv4, isIPv6 } from 'node:net';
import { parseArgs } from 'node:util';
import { testCueInput, type TestCueInput } from '../../../contract/marker';
import { flagFault, optionsOf } from '../../core/lib/flags';
import { CUE_FLAGS } from './flag-table';
import { recordOf, type RecordOrder } from './record-order';
import { hostPort, httpAddress, number, whole, Wrong, type Target } from './typed';
import { CUE_FORMATS, type CueFormat, type WayOrder } from './ways/open-way';

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

/** An order to send: what, how, and whom to ask what became of it. */
export interface SendOrder extends WayOrder {
  readonly kind: 'send';
  readonly action: Action;
  readonly repeat: number;
  /** Null: a new one each time. */
  readonly seed: number | null;
  readonly http: string;
  readonly token: string | null;
  /** Where the engine's data lies, if not in its usual place; its token is looked up there. */
  readonly dataDir: string | null;
}

/** An order: to send, or to keep what is heard. */
export type Order = SendOrder | RecordOrder;

type Flags = ReturnType<typeof parse>;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: optionsOf(CUE_FLAGS), strict: true }).values;
  } catch (error) {
    throw new Wrong(flagFault(error));
  }
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
    throw new Wrong('Say one of --event NAME, --batch, --simulate, --stress or --record FILE.');
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

function formatOf(flags: Flags): CueFormat {
  const asked = flags.format ?? 'scte35';
  const known = CUE_FORMATS.find((form) => form === asked);
  if (known !== undefined) return known;
  throw new Wrong(`--format ${asked} is no form of a cue; use ${CUE_FORMATS.join(', ')}.`);
}

const DATAGRAM_PORT = 9_999;
const SCTE104_PORT = 5_167;
const TIMED: readonly CueFormat[] = ['mpegts', 'rtp', 'scte104'];
const PRE_ROLL_MOST_MS = 65_535;

function preRollOf(flags: Flags, format: CueFormat): number | null {
  if (flags['pre-roll'] === undefined) return null;
  if (TIMED.includes(format)) return whole(flags, 'pre-roll', [0, PRE_ROLL_MOST_MS, 0]);
  throw new Wrong(`--pre-roll needs one of ${TIMED.join(', ')}: ${format} carries no clock.`);
}

/** The host that was typed, or the multicast group in its place. */
function hostOf(flags: Flags): string {
  const { multicast: group, host = '127.0.0.1' } = flags;
  if (flags.interface !== undefined && group === undefined) {
    throw new Wrong('--interface goes with --multicast GROUP.');
  }
  if (group === undefined) return host;
  const four = isIPv4(group) && /^(?:22[4-9]|23\d)\./u.test(group);
  if (four || (isIPv6(group) && /^ff/iu.test(group))) return group;
  throw new Wrong(`--multicast takes a group like 239.1.2.3, not "${group}".`);
}

function targetsOf(flags: Flags, format: CueFormat): readonly Target[] {
  const usual = format === 'scte104' ? SCTE104_PORT : DATAGRAM_PORT;
  const first = { host: hostOf(flags), port: whole(flags, 'port', [1, 65_535, usual]) };
  const legs = whole(flags, 'legs', [1, 2, 1]);
  const second = hostPort(flags, 'leg-to');
  if (second !== null && legs === 1) throw new Wrong('--leg-to goes with --legs 2.');
  if (legs === 1) return [first];
  if (format !== 'rtp') throw new Wrong('--legs 2 needs --format rtp: its packets are numbered.');
  return [first, second ?? first];
}

function wayOf(flags: Flags): WayOrder {
  const format = formatOf(flags);
  if (format === 'scte104' && (flags.multicast ?? flags.loss) !== undefined) {
    throw new Wrong('--format scte104 is one TCP connection: no --multicast and no --loss.');
  }
  return {
    format,
    to: targetsOf(flags, format),
    local: flags.interface ?? null,
    lossPercent: number(flags, 'loss', [0, 100, 0]),
    preRollMs: preRollOf(flags, format),
  };
}

/** The order that was typed. Throws Wrong with one line where it is none. */
export function orderOf(argv: readonly string[], env: NodeJS.ProcessEnv): Order {
  const flags = parse(argv);
  if (flags.record !== undefined) return recordOf(flags, hostOf(flags), flags.record);
  return {
    kind: 'send',
    action: actionOf(flags),
    ...wayOf(flags),
    repeat: whole(flags, 'repeat', [1, 1_000, 1]),
    seed: flags.seed === undefined ? null : whole(flags, 'seed', [0, 2 ** 32 - 1, 0]),
    http: httpAddress(flags, 'http'),
    token: flags.token ?? env['CUEBID_TOKEN'] ?? null,
    dataDir: flags['data-dir'] ?? env['CUEBID_DATA_DIR'] ?? null,
  };
}
