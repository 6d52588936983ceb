// What a listener's settings make of a cue that was read: its trust, its signature, and forms that
// are not taken there. Refuses to raise what anybody can write: only a signature does that.
import { badReading, type CueReading, type GoodReading } from '../../../core/codec/reading';
import type { Datagram, Seal } from '../../ports';

type Signed = Extract<Seal, { ok: true }>;

/**
 * A signed cue is trusted; where it has no time of its own, that of its signature tells its age.
 * It is no part of what the cue says: signed anew, it is still the same cue.
 */
function signed(reading: GoodReading, { signedAtMs }: Signed): GoodReading {
  const { metadata } = reading;
  if (metadata === null || metadata.timestampMs !== null) return { ...reading, trust: 'high' };
  return { ...reading, trust: 'high', signedAtMs };
}

/** The reading as its listener takes it. The same object where there is nothing to change. */
export function cueVouched(reading: CueReading, { vouched }: Datagram): CueReading {
  if (vouched === undefined) return reading;
  const { seal, trust, needsSeal } = vouched;
  const { form, raw } = reading;
  if (seal?.ok === false) return badReading(form, raw, { reason: seal.reason });
  if (!reading.ok) return reading;
  const level = trust[form];
  if (level === 'off') return badReading(form, raw, { reason: 'form_off' });
  if (seal !== null) return signed(reading, seal);
  const bare = reading.section === null && reading.metadata !== null;
  if (needsSeal && bare) return badReading(form, raw, { reason: 'not_signed' });
  return level === undefined || level === reading.trust ? reading : { ...reading, trust: level };
}
