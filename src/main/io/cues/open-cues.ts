// Owns the opening of every port at which cues are heard, together or not at all. Refuses to start
// half: where one port cannot be had, those already open are closed, and one line says which and
// how to mend it.
import type { Clock, Intake, Log } from '../../flow/ports';
import { openScte104Listener, type Scte104Listener } from './scte104/listener';
import type { RateRule } from './source-rate';
import { openUdpListener, type UdpListener } from './udp-listener';

/** An address and a port; 0 for any free one. */
export interface Where {
  readonly address: string;
  readonly port: number;
}

/** Which ports, and how much one source may send. */
export interface CuePorts {
  readonly udp: Where;
  readonly scte104: Where;
  readonly rate: RateRule;
}

interface Parts {
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
}

/** The listeners. */
export interface CueListeners {
  readonly udp: UdpListener;
  readonly scte104: Scte104Listener;
}

const NAMES = { udp: 'UDP', scte104: 'SCTE 104 TCP' } as const;

class Refused extends Error {}

async function bound<T>(flag: keyof typeof NAMES, where: Where, open: () => Promise<T>) {
  try {
    return await open();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const mend =
      code === 'EADDRINUSE'
        ? `another program has it: close that one or give --${flag} another port (0 for any)`
        : `give --${flag} an address of this machine`;
    const at = `${where.address}:${where.port}`;
    throw new Refused(`${NAMES[flag]} ${at} cannot be listened on (${code}); ${mend}.`);
  }
}

async function opened({ udp, scte104, rate }: CuePorts, parts: Parts): Promise<CueListeners> {
  const one = { id: 'udp-1', ...udp, rate };
  const heard = await bound('udp', udp, () => openUdpListener(one, parts));
  try {
    const two = { id: 'scte104-1', ...scte104, rate };
    const line = await bound('scte104', scte104, () => openScte104Listener(two, parts));
    return { udp: heard, scte104: line };
  } catch (error) {
    await heard.close();
    throw error;
  }
}

/** Opens them all, or says in one line why not. */
export async function openCues(
  ports: CuePorts,
  parts: Parts,
): Promise<
  | { readonly ok: true; readonly value: CueListeners }
  | { readonly ok: false; readonly line: string }
> {
  try {
    return { ok: true, value: await opened(ports, parts) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, line: error.message };
    throw error;
  }
}
