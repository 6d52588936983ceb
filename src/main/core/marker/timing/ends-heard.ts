// Owns which events were ended or cancelled of late, so that their id is new again sooner than the
// slot that was foreseen: after half a minute and the end that was heard. Bounded; refuses an end
// of another program, and one that lies before its start. SCTE 35 2023r1 9.7.3, 10.3.3.
import { ptsDifference } from '../../codec/scte35/splice-time';
import { ARRIVAL_MS, sameProgram, type Arrived, type Section } from '../same-marker';

interface End {
  readonly identity: Section;
  readonly heardAtMs: number;
}

const EVENTS_MOST = 4_096;
const OF_ONE_EVENT_MOST = 16;

/** The ends of late. */
export class EndsHeard {
  private readonly ends = new Map<string, readonly End[]>();

  /** Keeps an end or a cancel; of anything else nothing. */
  note({ identity, receivedAtMs: heardAtMs }: Arrived): void {
    if (identity.kind !== 'section') return;
    if (identity.direction !== 'in' && identity.direction !== 'cancel') return;
    const key = keyOf(identity);
    const known = this.ends.get(key) ?? [];
    this.ends.delete(key);
    this.ends.set(key, [...known, { identity, heardAtMs }].slice(-OF_ONE_EVENT_MOST));
    const [oldest] = this.ends.keys();
    if (this.ends.size > EVENTS_MOST && oldest !== undefined) this.ends.delete(oldest);
  }

  /** Whether the slot of a first copy was over before a later cue came, and its id is new. */
  isOver({ identity, receivedAtMs }: Arrived, cue: Arrived): boolean {
    if (identity.kind !== 'section' || identity.direction !== 'out') return false;
    if (cue.receivedAtMs - receivedAtMs <= ARRIVAL_MS) return false;
    const ends = this.ends.get(keyOf(identity)) ?? [];
    return ends.some((end) => {
      const overAtMs = end.identity.slotEndsAtMs;
      const between = end.heardAtMs >= receivedAtMs && overAtMs < cue.receivedAtMs;
      return between && endsIt(identity, end.identity);
    });
  }
}

function keyOf({ eventId, what }: Section): string {
  return `${eventId} ${what === 'splice' ? what : 'seg'}`;
}

function endsIt(out: Section, end: Section): boolean {
  if (!sameProgram(out, end)) return false;
  if (end.direction === 'cancel') return true;
  if (!isEndOf(out.what, end.what)) return false;
  if (out.pts !== null && end.pts !== null) return ptsDifference(end.pts, out.pts) > 0;
  return out.spliceAtMs === undefined || end.slotEndsAtMs > out.spliceAtMs;
}

/** 'seg:53:1' ends 'seg:52:1': an end's type is its start's and one. */
export function isEndOf(out: string, end: string): boolean {
  if (out === 'splice' || end === 'splice') return out === end;
  const [, startType, startNumber] = out.split(':');
  const [, endType, endNumber] = end.split(':');
  return Number(startType) + 1 === Number(endType) && startNumber === endNumber;
}
