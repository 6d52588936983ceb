// Owns what may be typed to keep what is heard in a file. Refuses an SCTE 104 recording that hands
// nothing on: somebody must answer an automation system, and this program is no injector.
import { hostPort, number, Wrong, type Target, type Typed } from './typed';

/** An order to keep what is heard. */
export interface RecordOrder {
  readonly kind: 'record';
  readonly file: string;
  readonly protocol: 'udp' | 'scte104';
  readonly listen: Target;
  /** Where it is handed on to as well. */
  readonly passOn: Target | null;
  /** A multicast group to join, and the card to join it on. */
  readonly group: string | null;
  readonly local: string | null;
  /** Null: until it is interrupted. */
  readonly seconds: number | null;
}

const SENDS = ['event', 'batch', 'simulate', 'stress'];
const DAY_S = 86_400;

/** The order; `host` is the group where one was typed. */
export function recordOf(flags: Typed, host: string, file: string): RecordOrder {
  const sends = SENDS.find((name) => flags[name] !== undefined);
  if (sends !== undefined) throw new Wrong(`--record sends nothing: no --${sends} with it.`);
  const { interface: card, multicast, format } = flags;
  const listen = hostPort(flags, 'listen');
  if (listen === null || file === '') throw new Wrong('--record FILE needs --listen HOST:PORT.');
  const passOn = hostPort(flags, 'pass-on');
  const protocol = format === 'scte104' ? 'scte104' : 'udp';
  if (protocol === 'scte104' && passOn === null) {
    throw new Wrong('To record SCTE 104 give --pass-on HOST:PORT: the injector that answers.');
  }
  return {
    kind: 'record',
    file,
    protocol,
    listen,
    passOn,
    group: multicast === undefined ? null : host,
    local: typeof card === 'string' ? card : null,
    seconds: flags['seconds'] === undefined ? null : number(flags, 'seconds', [0.1, DAY_S, 0]),
  };
}
