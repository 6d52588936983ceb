// Owns one or two legs on which the same datagrams leave (SMPTE ST 2022-7), and what is lost on
// each of them on purpose, for trials. Refuses to lose anything that was not asked for.
import type { Dice } from '../../../core/games/made-up/dice';
import type { Target } from '../typed';
import { openWire, type Wire } from './wire';

/** Where the legs go, by which card, and how much of each is lost on purpose. */
export interface LegsOrder {
  readonly to: readonly Target[];
  readonly local: string | null;
  readonly lossPercent: number;
  readonly dice: Dice;
}

/** What became of the datagrams. */
export interface LegsLeft {
  /** Handed to the system. */
  readonly sent: number;
  readonly failed: number;
  readonly reason: string | null;
  /** Lost on purpose, by leg. */
  readonly dropped: readonly number[];
}

/** The legs. */
export interface Legs {
  readonly send: (bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<LegsLeft>;
}

/** Opens every leg, or none: rejects with the system's error of the first that fails. */
export async function openLegs({ to, local, lossPercent, dice }: LegsOrder): Promise<Legs> {
  const wires: Wire[] = [];
  try {
    for (const target of to) wires.push(await openWire(target, local));
  } catch (error) {
    await Promise.all(wires.map(async (wire) => wire.close()));
    throw error;
  }
  const dropped = wires.map(() => 0);
  let sent = 0;
  return {
    send: async (bytes) => {
      for (const [leg, wire] of wires.entries()) {
        if (dice.happens(lossPercent / 100)) {
          dropped[leg] = (dropped[leg] ?? 0) + 1;
          continue;
        }
        sent += 1;
        await wire.send(bytes);
      }
    },
    close: async () => {
      const closed = await Promise.all(wires.map(async (wire) => wire.close()));
      const failed = closed.reduce((sum, one) => sum + one.failed, 0);
      const reason = closed.find((one) => one.reason !== null)?.reason ?? null;
      return { sent, failed, reason, dropped };
    },
  };
}

/** What was lost on purpose, in a sentence; null where nothing was to be lost. */
export function droppedNote({ dropped }: LegsLeft, lossPercent: number): string | null {
  if (lossPercent === 0) return null;
  const legs = dropped.map((count, at) => `${count} on leg ${at + 1}`);
  return `Lost on purpose: ${legs.join(', ')}.`;
}
