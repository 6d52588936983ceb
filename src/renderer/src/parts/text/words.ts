// Owns the words for codes: events, modifiers, forms, modes. Refuses to hide a code it does not
// know: that is shown as it came, with spaces.
import type { CueForm, MarkerContext } from '../../../../contract/marker';
import type { Mode } from '../../../../contract/status';

const EVENTS: Record<string, string> = {
  goal_scored: 'Goal',
  power_play_goal: 'Power-play goal',
  short_handed_goal: 'Short-handed goal',
  shootout_goal: 'Shootout goal',
};

const FORMS: Record<CueForm, string> = {
  section: 'SCTE-35',
  'section+json': 'SCTE-35+JSON',
  'legacy-json': 'legacy JSON',
  json: 'JSON',
  base64: 'base64',
  hex: 'hex',
  xml: 'XML',
  mpegts: 'TS',
  rtp: 'TS / RTP',
  scte104: 'SCTE-104',
  unknown: 'unknown',
};

/** The flags a cue may carry, in the order of the pad, with the word on their toggle. */
export const FLAGS: readonly (readonly [keyof MarkerContext, string])[] = [
  ['isOvertime', 'overtime'],
  ['isPlayoffs', 'playoffs'],
  ['isFinals', 'finals'],
  ['starPlayer', 'star player'],
  ['closeGame', 'close game'],
  ['rivalry', 'rivalry'],
  ['latePeriod', 'late period'],
];

/** 'is_playoffs' -> 'playoffs', 'close_game' -> 'close game'. */
export function modifierName(name: string): string {
  return name.replace(/^is_/u, '').replaceAll('_', ' ');
}

/** 'spectacular_save' -> 'Spectacular save'; a dash for none. */
export function eventName(type: string | null): string {
  if (type === null || type === '') return '\u2013';
  const known = EVENTS[type];
  if (known !== undefined) return known;
  const words = type.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The form a cue came in, as the trade writes it. */
export function formName(form: CueForm): string {
  return FORMS[form];
}

/** 'ON_AIR' -> 'ON AIR'. */
export function modeName(mode: Mode): string {
  return mode.replaceAll('_', ' ');
}

/** 1 -> '1 bid', 3 -> '3 bids'. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
