// Owns where fields lie inside a command or a descriptor, by the flags that say which are there:
// splice_insert 9.7.3, time_signal 9.7.4, segmentation_descriptor 10.3.3 of SCTE 35 2023r1. Pure.
// Refuses lists of components: they are one stretch.
import { Walk, type Span, type Spans } from './span';

const DELIVERY = [
  'program_segmentation',
  'delivery_not_restricted',
  'web_delivery_allowed',
  'no_regional_blackout',
  'archive_allowed',
  'device_restrictions',
] as const;

/** All of them are readings of the same bytes. */
const UPID = ['hex', 'text', 'int', 'eidr', 'uuid', 'private_hex', 'upids'].map(
  (name) => `upid.${name}`,
);

function components(walk: Walk, skip: () => void): void {
  const from = walk.at;
  for (let left = walk.take(1); left > 0 && walk.at < walk.bytes.length; left -= 1) skip();
  walk.spans['components'] = [from, walk.at - 1];
}

function spliceInsert(walk: Walk): void {
  walk.take(4, 'event_id');
  if (walk.take(1, 'cancel') & 0x80) return;
  const flags = walk.take(
    1,
    ...['out_of_network', 'program_splice', 'immediate', 'event_id_compliance_flag'],
  );
  const [program, immediate] = [(flags & 0x40) !== 0, (flags & 0x10) !== 0];
  if (program && !immediate) walk.time('pts');
  if (!program) {
    components(walk, () => {
      walk.take(1);
      if (!immediate) walk.time();
    });
  }
  if (flags & 0x20) {
    walk.spans['break_duration.auto_return'] = [walk.at, walk.at];
    walk.take(5, 'break_duration', 'break_duration.duration');
  }
  walk.take(2, 'unique_program_id');
  walk.take(1, 'avail_num');
  walk.take(1, 'avails_expected');
}

function segmentation(walk: Walk, last: number): void {
  walk.take(4, 'event_id');
  if (walk.take(1, 'cancel', 'event_id_compliance_flag') & 0x80) return;
  const flags = walk.take(1, ...DELIVERY);
  if (!(flags & 0x80)) components(walk, () => void walk.take(6));
  if (flags & 0x40) walk.take(5, 'duration');
  const from = walk.at;
  walk.take(1, 'upid.type', 'upid.type_name');
  const length = walk.take(1, 'upid.length');
  walk.take(length, ...UPID);
  walk.spans['upid'] = [from, walk.at - 1];
  walk.take(1, 'type_id');
  walk.take(1, 'segment_num');
  walk.take(1, 'segments_expected');
  if (walk.at < last) {
    walk.take(1, 'sub_segment_num');
    walk.take(1, 'sub_segments_expected');
  }
}

/** The fields of a command whose first byte is at `span[0]`. */
export function commandSpans(name: string, bytes: Uint8Array, span: Span | null): Spans {
  if (span === null) return {};
  const walk = new Walk(bytes, span[0]);
  if (name === 'splice_insert') spliceInsert(walk);
  if (name === 'time_signal') walk.time('pts');
  return inside(walk, span);
}

/** The fields of a descriptor, its tag and length included. */
export function descriptorSpans(kind: string, bytes: Uint8Array, span: Span | null): Spans {
  if (span === null) return {};
  const walk = new Walk(bytes, span[0]);
  walk.take(1, 'tag');
  walk.take(1, 'length');
  walk.take(4, 'identifier');
  if (kind === 'segmentation') segmentation(walk, span[1]);
  if (kind === 'avail') walk.take(4, 'provider_avail_id');
  if (kind === 'dtmf') {
    walk.take(1, 'preroll');
    walk.take(span[1] - walk.at + 1, 'chars');
  }
  if (kind === 'private') walk.take(span[1] - walk.at + 1, 'data_hex');
  return inside(walk, span);
}

/** Only what lies within; a descriptor that breaks off has no bytes beyond its end. */
function inside({ spans }: Walk, [from, to]: Span): Spans {
  return Object.fromEntries(
    Object.entries(spans).filter(([, [first, last]]) => first >= from && last <= to),
  );
}
