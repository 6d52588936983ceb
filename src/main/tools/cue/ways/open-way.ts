// Owns which way belongs to which form. Refuses forms it does not know: the table of flags has
// refused them before.
import { diceOf } from '../../../core/games/made-up/dice';
import type { ByteText } from '../../../core/lib/bytes';
import { CUE_MAKES, type CueMake } from '../../../core/marker/make-cue';
import { Wrong, type Target } from '../typed';
import { openDatagrams } from './datagrams';
import { openScte104 } from './scte104';
import { openStream } from './stream';
import type { Way } from './way';

/** Every form in which a cue can be sent. */
export const CUE_FORMATS = [...CUE_MAKES, 'mpegts', 'rtp', 'scte104'] as const;
export type CueFormat = (typeof CUE_FORMATS)[number];

/** How cues are to leave. */
export interface WayOrder {
  readonly format: CueFormat;
  /** One a leg; at least one. */
  readonly to: readonly Target[];
  /** The card's address that multicast leaves by. */
  readonly local: string | null;
  readonly lossPercent: number;
  readonly preRollMs: number | null;
}

/** Opens the way; `seed` makes its chances. Rejects with Wrong where there is none. */
export async function openWay(order: WayOrder, seed: number, text: ByteText): Promise<Way> {
  const { format, to, preRollMs } = order;
  const [first = { host: '', port: 0 }] = to;
  const legs = { ...order, dice: diceOf(seed + 1) };
  try {
    if (format === 'scte104') return await openScte104({ to: first, preRollMs, text });
    if (format === 'mpegts' || format === 'rtp') {
      return await openStream({ form: format, preRollMs, legs, text });
    }
    return await openDatagrams({ form: format satisfies CueMake, legs, text });
  } catch (error) {
    if (error instanceof Wrong) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Wrong(`There is no way to ${to.map(({ host }) => host).join(' and ')} (${why}).`);
  }
}
