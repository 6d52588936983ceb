// Owns how a reading becomes the facts of a marker row. Refuses to judge: status and reason are put
// in by the flow that decided them.
import type { CueReading } from '../../core/codec/datagram';
import { describeSection } from '../../core/codec/scte35/describe-section';
import type { MarkerFacts, MarkerIdentity } from '../../core/ledger/entries';
import type { Datagram } from '../ports';

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** A row that knows nothing yet but where and when it came from. */
export function bareFacts(parts: {
  id: string;
  datagram: Datagram;
  decidedAtMs: number;
  /** Of the engine when it came in; absent for a cue that is only foreseen. */
  loopDelayMs?: number;
}): MarkerFacts {
  const { id, datagram, decidedAtMs, loopDelayMs } = parts;
  const { address, port, protocol, receivedAtMs } = datagram;
  return {
    id,
    source: { address, port, protocol },
    form: 'unknown',
    status: 'RECEIVED',
    reason: null,
    eventType: null,
    gameId: null,
    teamId: null,
    playerIds: [],
    period: null,
    timestamp: null,
    context: {},
    rawBase64: '',
    confirmation: null,
    auctionId: null,
    duplicateOf: null,
    copies: 0,
    trust: 'low',
    warnings: [],
    receivedAtMs,
    decidedAtMs,
    identity: null,
    ...(loopDelayMs === undefined ? {} : { loopDelayMs }),
  };
}

/** The row of a cue that could be read; still RECEIVED. */
export function readFacts(
  bare: MarkerFacts,
  reading: Extract<CueReading, { ok: true }>,
  more: { identity: MarkerIdentity | null; rawBase64: string },
): MarkerFacts {
  const { metadata, section, spliceInMs, scte104, carrier } = reading;
  const at = metadata?.timestampMs ?? null;
  return {
    ...bare,
    form: reading.form,
    trust: reading.trust,
    warnings: [...reading.warnings],
    ...(section === null ? {} : { scte35: describeSection(section) }),
    ...(carrier === undefined ? {} : { carrier }),
    ...(scte104 === undefined ? {} : { scte104: { ...scte104 } }),
    ...(spliceInMs === undefined ? {} : { spliceAt: iso(bare.receivedAtMs + spliceInMs) }),
    ...(metadata === null
      ? {}
      : {
          eventType: metadata.eventType,
          gameId: metadata.gameId,
          teamId: metadata.teamId,
          playerIds: [...metadata.playerIds],
          period: metadata.period,
          context: metadata.context,
          timestamp: at === null ? null : iso(at),
        }),
    ...more,
  };
}
