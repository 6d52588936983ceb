// Owns the inspector's view of a stretch of a transport stream, bare or in one RTP packet: each
// section in it with PID and program, and what was wrong on the way. Refuses bytes without packets.
import { TransportStream } from '../mpegts/stream';
import type { CueReading } from '../reading';
import { readRtp } from '../rtp/packet';
import { undecoded, type Inspected, type InspectorKit, type Message } from './answer';
import { inspectSection } from './inspect-section';

const SYNC = 0x47;

/** Takes the bytes of a stream apart. */
export function inspectStream(bytes: Uint8Array, kit: InspectorKit): Inspected {
  if (bytes.length === 0) return undecoded('too_short', 'message', { offset: 0 });
  const rtp = readRtp(bytes);
  const inRtp = rtp?.payload[0] === SYNC;
  const form = inRtp ? 'rtp' : 'mpegts';
  const stream = new TransportStream(kit.text, form);
  const found = stream.push(inRtp ? rtp.payload : bytes);
  const { packets } = stream.counts;
  if (packets === 0) return undecoded('no_packets', 'message', { offset: 0 });
  const messages: Message[] = [];
  const warnings = countsOf(stream);
  for (const reading of found) {
    const shown = inspectSection(reading.raw, { kit, form });
    if (!shown.ok) warnings.push(`refused:${shown.reason}`);
    else for (const message of shown.messages) messages.push({ ...message, ...placeOf(reading) });
  }
  return { ok: true, form, messages, warnings };
}

function placeOf(reading: CueReading): Message {
  if (!reading.ok) return {};
  const { carrier, spliceInMs } = reading;
  return { ...carrier, ...(spliceInMs === undefined ? {} : { splice_in_ms: spliceInMs }) };
}

function countsOf(stream: TransportStream): string[] {
  const { continuityErrors, scrambled, errored, skipped, programsBeyond } = stream.counts;
  const counted = { continuityErrors, scrambled, errored, skipped, programsBeyond };
  return Object.entries(counted).flatMap(([name, count]) =>
    count === 0 ? [] : [`${WARNINGS[name as keyof typeof counted]}:${count}`],
  );
}

const WARNINGS = {
  continuityErrors: 'continuity_errors',
  scrambled: 'scrambled_packets',
  errored: 'errored_packets',
  skipped: 'skipped_bytes',
  programsBeyond: 'programs_not_followed',
} as const;
