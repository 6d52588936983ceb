// Owns the words of the eight pads: name, and the line below it. Pure. Refuses to say what a pad
// would do while it is off: then its reason stands there.
import type { ManualPad, ManualPads } from '../../../../contract/marker';
import { idTexts } from '../../markers/event-id';
import { epochMs, millisText } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';

/** What is known of one pad. */
export type PadState = ManualPads['items'][number];

const NAMES: Readonly<Record<ManualPad, string>> = {
  'out-30': 'Out 30 s',
  'out-60': 'Out 60 s',
  'out-120': 'Out 120 s',
  in: 'In now',
  cancel: 'Cancel last',
  'slot-start': 'Slot start',
  'slot-end': 'Slot end',
  replay: 'Replay last',
};
const OUT_SECONDS: Readonly<Partial<Record<ManualPad, number>>> = {
  'out-30': 30,
  'out-60': 60,
  'out-120': 120,
};

/** A pad's name. */
export function padName(pad: ManualPad): string {
  return NAMES[pad];
}

/** An event and how long its slot is, as a pad would say it. */
export interface PadEvent {
  readonly eventType: string;
  readonly slotMs: number;
}

function idText(state: PadState): string {
  return state.eventId === null ? '' : idTexts(state.eventId).hex;
}

/** The line below the name. */
export function padLine(state: PadState, event: PadEvent): string {
  const { pad, off, heardAt } = state;
  if (off !== null) return off;
  const seconds = OUT_SECONDS[pad];
  if (seconds !== undefined) return `out, ${seconds}.000 s, auto return`;
  switch (pad) {
    case 'in':
      return `in, ends ${idText(state)}`;
    case 'cancel':
      return `cancels ${idText(state)}`;
    case 'slot-end':
      return `0x35, ends ${idText(state)}`;
    case 'slot-start':
      return `0x34, ${(event.slotMs / 1000).toFixed(3)} s, ${eventName(event.eventType)}`;
    default: {
      const ms = epochMs(heardAt);
      return ms === null ? 'new id' : `as ${millisText(ms)}, new id`;
    }
  }
}
