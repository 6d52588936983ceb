// Owns how far one listener vouches for what it hears: who is on its allow list, what its forms are
// worth, whose signature fits. Refuses to drop anything: the flows quarantine or refuse it, so that
// a person sees it.
import type { ListenerSettings } from '../../../../contract/host/listeners';
import type { Vouched } from '../../../flow/ports';
import { allowList, type Allows } from './allow-list';
import { unsealer, type Unseal } from './signed-json';

/** A datagram as it is handed on. */
export interface Guarded {
  readonly bytes: Uint8Array;
  readonly vouched: Vouched;
}

/** What a listener is asked of each datagram and each connection. */
export interface Guard {
  readonly allows: Allows;
  readonly take: (bytes: Uint8Array, address: string, nowMs: number) => Guarded;
}

/** The settings a guard is made from. */
export type GuardSettings = Pick<
  ListenerSettings,
  'allow' | 'trust' | 'signedJson' | 'replayWindowMs'
>;

/** Makes a listener's guard; `key` signs its JSON and is only looked at where that is asked for. */
export function makeGuard(settings: GuardSettings, key: string | null): Guard {
  const { allow, trust, signedJson, replayWindowMs } = settings;
  const allows = allowList(allow);
  const unseal: Unseal =
    signedJson === 'off' || key === null
      ? (bytes) => ({ bytes, seal: null })
      : unsealer(key, replayWindowMs);
  const needsSeal = signedJson === 'required';
  return {
    allows,
    take: (raw, address, nowMs) => {
      const { bytes, seal } = unseal(raw, nowMs);
      return { bytes, vouched: { stranger: !allows(address), trust, seal, needsSeal } };
    },
  };
}
