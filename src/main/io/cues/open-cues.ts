// Owns the opening of every listener at a start: the two of the flags, together or not at all, then
// those of the config file, each for itself. Refuses to start half: where a flag's port cannot be
// had, what is open is closed, and one line says which and how to mend it.
import type { ListenerSettings } from '../../../contract/host/listeners';
import { AttendedListener, type EarWish } from './listeners/attended';
import { configuredListener, type EarParts } from './listeners/configured';
import type { ListenerSet } from './listeners/listener-set';
import { openScte104Listener } from './scte104/listener';
import { openUdpListener } from './udp-listener';

/** An address and a port; 0 for any free one. */
export interface Where {
  readonly address: string;
  readonly port: number;
}

/** Which ports. */
export interface CuePorts {
  readonly udp: Where;
  readonly scte104: Where;
  readonly listeners: readonly ListenerSettings[];
}

const FLAGS = {
  udp: { says: 'UDP', id: 'udp-1' },
  scte104: { says: 'SCTE 104 TCP', id: 'scte104-1' },
} as const;
type Flag = keyof typeof FLAGS;

function flagged(flag: Flag, { address, port }: Where, parts: EarParts): AttendedListener {
  const { id } = FLAGS[flag];
  const { rate } = parts;
  const wish: EarWish = {
    id,
    protocol: flag,
    where: address,
    port,
    place: () => ({ ok: true, address }),
    open: (at) =>
      flag === 'udp'
        ? openUdpListener({ id, rate, ...at }, parts)
        : openScte104Listener({ id, rate, ...at }, parts),
  };
  return new AttendedListener(wish, parts);
}

/** Opens a flag's listener; the line that says why not, else null. */
async function refused(listener: AttendedListener, flag: Flag, where: Where) {
  try {
    await listener.start({ must: true });
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const mend =
      code === 'EADDRINUSE'
        ? `another program has it: close that one or give --${flag} another port (0 for any)`
        : `give --${flag} an address of this machine`;
    const at = `${where.address}:${where.port}`;
    return `${FLAGS[flag].says} ${at} cannot be listened on (${code}); ${mend}.`;
  }
}

/** Opens them all into a set, or says in one line why not. Gives where the flags' two hear. */
export async function openCues(
  set: ListenerSet,
  ports: CuePorts,
  parts: EarParts,
): Promise<
  | { readonly ok: true; readonly value: { readonly udp: Where; readonly scte104: Where } }
  | { readonly ok: false; readonly line: string }
> {
  const udp = flagged('udp', ports.udp, parts);
  const scte104 = flagged('scte104', ports.scte104, parts);
  set.add(udp);
  set.add(scte104);
  const line =
    (await refused(udp, 'udp', ports.udp)) ?? (await refused(scte104, 'scte104', ports.scte104));
  if (line !== null) {
    await set.close();
    return { ok: false, line };
  }
  for (const settings of ports.listeners) {
    const listener = configuredListener(settings, parts);
    set.add(listener);
    await listener.start();
  }
  return { ok: true, value: { udp: udp.bound(), scte104: scte104.bound() } };
}
