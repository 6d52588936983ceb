// Owns the sentence for a server that could not begin to listen: which address, and how to mend it.
// Refuses bare system errors; what is not known is told with the system's own word.
import type { Bound } from './own-hosts';

/** Why a start did not come about, in one line that says how to mend it. */
export interface ListenFault {
  readonly code: 'port_in_use' | 'address_unknown' | 'port_forbidden' | 'cannot_listen';
  readonly message: string;
}

/** A thing that started, or why it did not. */
export type Started<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ListenFault };

/** Says why listening failed. */
export function listenFault(thrown: unknown, { address, port }: Bound): ListenFault {
  const where = `HTTP ${address}:${port}`;
  const system = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
  switch (system) {
    case 'EADDRINUSE':
      return {
        code: 'port_in_use',
        message: `${where} is taken: stop the other program, or give --http another port.`,
      };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        code: 'address_unknown',
        message: `${where} is not this machine: give --http one of its own addresses.`,
      };
    case 'EACCES':
      return {
        code: 'port_forbidden',
        message: `${where} may not be used by this account: give --http a port above 1023.`,
      };
    default:
      return { code: 'cannot_listen', message: `${where} cannot be listened on (${system}).` };
  }
}
