// Owns the reading again of a cue that stands in the journal: from its bytes, with what its carrier
// and its signature told when it was heard. Refuses to decode a carrier twice: the row keeps what
// was found in it.
import type { Marker } from '../../../../contract/marker';
import { readDatagram, type GoodReading } from '../../../core/codec/datagram';
import type { ReadingKit } from '../../../core/codec/reading';
import { readMessage } from '../../../core/codec/scte104/cues/readings';
import { describeSection } from '../../../core/codec/scte35/describe-section';
import { fromBase64 } from '../../../core/lib/base64';
import { canonicalJson } from '../../../core/lib/canonical-json';

/** A message may stand for several sections: the row's own is the one it shows. */
function isOwn(reading: GoodReading, { scte35 }: Marker): boolean {
  const { section } = reading;
  if (section === null || scte35 === undefined)
    return (section === null) === (scte35 === undefined);
  return canonicalJson(describeSection(section)) === canonicalJson(scte35);
}

/** The reading of a marker's row; null where its bytes no longer give it. */
export function readAgain(marker: Marker, text: ReadingKit): GoodReading | null {
  const bytes = fromBase64(marker.rawBase64);
  if (bytes === null) return null;
  const receivedAtMs = Date.parse(marker.receivedAt);
  const readings =
    marker.form === 'scte104' ? readMessage(bytes, text, receivedAtMs) : readDatagram(bytes, text);
  const good = readings.filter((reading) => reading.ok);
  const own = good.length === 1 ? good[0] : good.find((reading) => isOwn(reading, marker));
  if (own === undefined) return null;
  const { form, trust, carrier, timestamp, spliceAt } = marker;
  const { metadata } = own;
  const timestampMs = timestamp === null ? null : Date.parse(timestamp);
  return {
    ...own,
    form,
    trust,
    metadata: metadata === null ? null : { ...metadata, timestampMs },
    ...(carrier === undefined ? {} : { carrier }),
    ...(spliceAt === undefined ? {} : { spliceInMs: Date.parse(spliceAt) - receivedAtMs }),
  };
}
