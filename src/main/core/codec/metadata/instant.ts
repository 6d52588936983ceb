// Owns the reading of a point in time: ISO 8601 text (date and time, either format; without an
// offset it is UTC) or epoch milliseconds. Refuses a date alone, because it names no moment, and
// the host's own parser, because that reads missing offsets as local time.
import { good, type Result } from '../../lib/result';

type Read = Result<number, { readonly reason: 'type' | 'range' }>;

/** 9999-12-31T23:59:59.999Z: beyond it the text form would need another year format. */
const LATEST_MS = 253_402_300_799_999;
const EARLIEST_YEAR = 1970;
const WRONG_TYPE = { ok: false, reason: 'type' } as const;
const OUT_OF_RANGE = { ok: false, reason: 'range' } as const;

const DATE = /^(\d{4})(-?)(\d\d)\2(\d\d)[Tt ]/;
const TIME = /^(\d\d)(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d{1,9}))?)?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;
const DATE_LENGTH = { '-': 11, '': 9 };

/** Epoch milliseconds, a fraction cut off; `type` for no time, `range` for one that is not. */
export function readInstant(value: unknown): Read {
  if (typeof value === 'string') return readIso(value);
  if (typeof value !== 'number') return WRONG_TYPE;
  const ms = Math.floor(value) + 0;
  return ms >= 0 && ms <= LATEST_MS ? good(ms) : OUT_OF_RANGE;
}

function readIso(text: string): Read {
  const date = DATE.exec(text);
  const time = date && TIME.exec(text.slice(date[2] === '-' ? DATE_LENGTH['-'] : DATE_LENGTH['']));
  if (!date || !time) return WRONG_TYPE;
  const [year, month, day] = [Number(date[1]), Number(date[3]), Number(date[4])];
  const [hour, minute, second] = [Number(time[1]), Number(time[3]), Number(time[4] ?? 0)];
  const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  const offset = readOffset(time[6] ?? 'Z');
  const dated = year >= EARLIEST_YEAR && day >= 1 && day <= days;
  const timed = hour < 24 && minute < 60 && second <= 60;
  if (!dated || !timed || offset === null) return OUT_OF_RANGE;
  const fraction = Number(`${time[5] ?? ''}000`.slice(0, 3));
  const local = Date.UTC(year, month - 1, day, hour, minute, second, fraction);
  return readInstant(local - offset);
}

/** The offset in milliseconds; null where no zone has it. */
function readOffset(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
