// Owns the way of the forms that fill a datagram of their own: JSON, sections and text. Refuses
// streams.
import type { ByteText } from '../../../core/lib/bytes';
import { makeCue, type CueMake } from '../../../core/marker/make-cue';
import { droppedNote, openLegs, type LegsOrder } from './legs';
import type { Way } from './way';

const NOTHING_TO_DO_MS = 60_000;

/** What is sent, and where to. */
export interface DatagramOrder {
  readonly form: CueMake;
  readonly legs: LegsOrder;
  readonly text: ByteText;
}

/** Opens the way. Rejects with the system's error where there is none. */
export async function openDatagrams({ form, legs, text }: DatagramOrder): Promise<Way> {
  const lines = await openLegs(legs);
  return {
    unit: 'datagram',
    idleMs: NOTHING_TO_DO_MS,
    send: async (order, copies) => {
      const bytes = makeCue(form, order, text);
      for (let copy = 0; copy < copies; copy += 1) await lines.send(bytes);
      return true;
    },
    idle: () => Promise.resolve(),
    close: async () => {
      const left = await lines.close();
      const { sent, failed, reason } = left;
      const note = droppedNote(left, legs.lossPercent);
      const expected = sent - failed;
      const notes = note === null ? [] : [note];
      return { units: sent, expected, failed, reason, unanswered: 0, notes };
    },
  };
}
