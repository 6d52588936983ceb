// Owns what is copied of a marker: its bytes as hex or base64, the whole of it as JSON, or as text
// to read out on the phone. Pure. Refuses to leave bytes out of any of them.
import type { Marker } from '../../../../../contract/marker';
import { millisOf } from '../../../parts/text/time';
import { eventName, formName } from '../../../parts/text/words';
import { commandOf, eventIdOf, idTexts } from '../../event-id';
import { sourceInFull } from '../../table/facts';
import { reasonInFull } from '../../table/result';
import type { Field } from '../fields';
import { hexText } from './reading';

/** The forms, in the order of their buttons. */
export const COPY_FORMS = ['hex', 'base64', 'JSON', 'text'] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

/** What is copied from. */
export interface Copied {
  readonly marker: Marker;
  readonly bytes: Uint8Array;
  readonly fields: readonly Field[];
}

function asText({ marker, bytes, fields }: Copied): string {
  const eventId = eventIdOf(marker);
  const ids = eventId === null ? '' : ` ${Object.values(idTexts(eventId)).join(' = ')}`;
  const what = [formName(marker.form), commandOf(marker)].filter(Boolean).join(' ');
  return [
    `${marker.id} ${marker.status} at ${millisOf(marker.receivedAt)} UTC`,
    `${what}${ids}, ${eventName(marker.eventType)}, from ${sourceInFull(marker)}`,
    reasonInFull(marker),
    ...fields.map(({ depth, label, value }) => `${'  '.repeat(depth)}${label} ${value ?? ''}`),
    hexText(bytes, ' '),
  ]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** The text that goes to the clipboard. */
export function copyText(form: CopyForm, copied: Copied): string {
  if (form === 'hex') return hexText(copied.bytes);
  if (form === 'base64') return copied.marker.rawBase64;
  return form === 'JSON' ? JSON.stringify(copied.marker, null, 2) : asText(copied);
}
