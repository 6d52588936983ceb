// Owns what a producer has set up for the next manual cue, and how the engine is asked for it.
// Pure. Refuses to say what was not filled in: an empty field and an unset flag are silent.
import { PADS_WITH_EVENT } from '../../../contract/limits';
import type {
  BuiltCue,
  ManualCueInput,
  ManualPad,
  MarkerContext,
  PadTarget,
} from '../../../contract/marker';

/** What a cue says of its moment. A break and a slot each keep an event of their own. */
export interface Said {
  readonly outEvent: string;
  readonly slotEvent: string;
  readonly teamId: string;
  readonly gameId: string;
  readonly flags: ReadonlySet<keyof MarkerContext>;
}

/** Nothing said: a break is a commercial break, a slot the weightiest event of the book. */
export function nothingSaid(eventTypes: readonly string[]): Said {
  const [first = ''] = eventTypes;
  const isBreak = eventTypes.includes('commercial_break');
  const outEvent = isBreak ? 'commercial_break' : first;
  return { outEvent, slotEvent: first, teamId: '', gameId: '', flags: new Set() };
}

/** Whether a pad says which event it is; the others follow a cue that was heard. */
export function saysEvent(pad: ManualPad | null): boolean {
  return pad === null || PADS_WITH_EVENT.some((known) => known === pad);
}

/** Which of the two events a pad takes. */
export function eventKeyOf(pad: ManualPad | null): 'outEvent' | 'slotEvent' {
  return pad !== null && pad.startsWith('out-') ? 'outEvent' : 'slotEvent';
}

/** What the engine is asked to send. */
export function cueInput(pad: ManualPad, said: Said): ManualCueInput {
  if (!saysEvent(pad)) return { pad };
  const input: ManualCueInput = { pad, eventType: said[eventKeyOf(pad)] };
  const [teamId, gameId] = [said.teamId.trim(), said.gameId.trim()];
  if (teamId !== '') input.teamId = teamId;
  if (gameId !== '') input.gameId = gameId;
  for (const flag of said.flags) input[flag] = true;
  return input;
}

/**
 * The event and the cue that a pad was shown to act on; null for a pad that makes an event of its
 * own. The event is that of the bytes on the screen, which a repeat has anew.
 */
export function targetOf(
  state: { readonly pad: ManualPad; readonly markerId: string | null },
  cue: BuiltCue,
): PadTarget | null {
  const { pad, markerId } = state;
  if (saysEvent(pad)) return null;
  return { eventId: pad === 'replay' ? null : cue.eventId, markerId };
}

/** The cue as it is shown: all that a hold is about. */
export function shotOf(
  input: ManualCueInput & { readonly pad: ManualPad },
  target: PadTarget | null,
): ManualCueInput & { readonly pad: ManualPad } {
  return target === null ? input : { ...input, target };
}
