// Owns the inspector's view of JSON: metadata that stands alone, one message an element, or behind
// a section or an opaque header. Keys keep their names on the wire.
import type { CueForm } from '../../../../contract/marker';
import type { ByteText } from '../../lib/bytes';
import { readBareJson, readJson } from '../json-cue';
import type { Metadata } from '../metadata/metadata';
import { metadataObject } from '../metadata/write-metadata';
import { undecoded, type Inspected, type Message } from './answer';

/** Metadata as a message; `header` says what stands before the JSON, null where nothing does. */
export function metadataMessage(metadata: Metadata, header: string | null): Message {
  return { kind: 'metadata', header, json: metadataObject(metadata) };
}

/** Takes bare JSON apart: an object, or an array of them. */
export function inspectJson(source: string, { text }: { readonly text: ByteText }): Inspected {
  const messages: Message[] = [];
  for (const reading of readBareJson(text.fromText(source), text)) {
    if (!reading.ok) return undecoded(reading.reason, 'message');
    if (reading.metadata !== null) messages.push(metadataMessage(reading.metadata, null));
  }
  return { ok: true, form: 'json', messages, warnings: [] };
}

/** JSON behind `at` bytes of something else. */
export interface BehindHeader {
  readonly text: ByteText;
  readonly form: CueForm;
  readonly at: number;
  readonly header: string;
  /** The message that stands before it, where there is one. */
  readonly before: Message | null;
  readonly warnings: readonly string[];
}

/** Takes the JSON behind a header apart; `rest` is free of what may trail. */
export function inspectJsonBehind(rest: Uint8Array, behind: BehindHeader): Inspected {
  const { text, form, at, header, before, warnings } = behind;
  const json = readJson(rest, text);
  const lenient = before === null ? {} : { lenient: before };
  if (!json.ok) return undecoded(json.reason, 'message', { offset: at, ...lenient });
  const message = metadataMessage(json.value, header);
  return { ok: true, form, messages: before === null ? [message] : [before, message], warnings };
}
