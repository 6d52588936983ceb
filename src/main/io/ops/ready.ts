// Owns the line a host prints once everything listens (`--ready-json`). Refuses to be printed
// early: it is made from what really listens.
interface Bound {
  readonly address: string;
  readonly port: number;
}

/** The line, as an object. */
export interface Ready {
  readonly ready: true;
  /** The console's address with the owner's token; open it once and the browser has a session. */
  readonly console: string;
  readonly http: Bound;
  readonly udp: Bound;
  readonly scte104: Bound;
  readonly token: string;
  readonly dataDir: string;
  readonly version: string;
}

function reachable(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  if (address === '::') return '[::1]';
  return address.includes(':') ? `[${address}]` : address;
}

/** Makes the line. An address that means "any card" is shown as loopback, which is one of them. */
export function readyOf(parts: {
  http: Bound;
  udp: Bound;
  scte104: Bound;
  token: string;
  dataDir: string;
  version: string;
}): Ready {
  const { http, udp, scte104, token, dataDir, version } = parts;
  return {
    ready: true,
    console: `http://${reachable(http.address)}:${http.port}/?token=${token}`,
    http: { address: http.address, port: http.port },
    udp: { address: udp.address, port: udp.port },
    scte104: { address: scte104.address, port: scte104.port },
    token,
    dataDir,
    version,
  };
}
