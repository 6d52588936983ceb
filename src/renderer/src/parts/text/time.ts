// Owns how moments and spans are written. Moments are UTC; spans are in milliseconds. Refuses the
// local time zone and the browser's clock: every moment shown came from the engine.

/** ISO 8601 -> epoch milliseconds; null for what is absent or not a time. */
export function epochMs(iso: string | null | undefined): number | null {
  if (iso === null || iso === undefined) return null;
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? null : ms;
}

/** Epoch ms -> '02:41:32'. */
export function clockText(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/** Epoch ms -> '02:41:32.6'; the tenth is cut, not rounded, as clocks do. */
export function tenthsText(ms: number): string {
  return new Date(ms).toISOString().slice(11, 21);
}

/** Epoch ms -> '02:41:32.608'. */
export function millisText(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}

/** ISO -> '02:41:32', or a dash where there is none. */
export function clockOf(iso: string | null | undefined): string {
  const ms = epochMs(iso);
  return ms === null ? '\u2013' : clockText(ms);
}

/** ISO -> '02:41:32.608', or a dash where there is none. */
export function millisOf(iso: string | null | undefined): string {
  const ms = epochMs(iso);
  return ms === null ? '\u2013' : millisText(ms);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** When something began: '23:58:04 UTC', or '20 Nov 23:58 UTC' where that was another day. */
export function sinceText(iso: string, nowMs: number): string {
  const ms = epochMs(iso);
  if (ms === null) return '\u2013';
  const [then, now] = [new Date(ms), new Date(nowMs)];
  const sameDay = then.toISOString().slice(0, 10) === now.toISOString().slice(0, 10);
  if (sameDay) return `${clockText(ms)} UTC`;
  return `${then.getUTCDate()} ${MONTHS[then.getUTCMonth()]} ${clockText(ms).slice(0, 5)} UTC`;
}

/** A span that has passed -> '04:10', '1:04:10' from an hour on. */
export function spanText(ms: number): string {
  const all = Math.max(0, Math.floor(ms / 1000));
  const minutes = String(Math.floor(all / 60) % 60).padStart(2, '0');
  const seconds = String(all % 60).padStart(2, '0');
  const hours = Math.floor(all / 3600);
  return hours > 0 ? `${hours}:${minutes}:${seconds}` : `${minutes}:${seconds}`;
}

/** How long ago, for lamps: '0.3 s', '12 s', '04:10'. */
export function agoText(ms: number): string {
  const span = Math.max(0, ms);
  if (span < 10_000) return `${(Math.floor(span / 100) / 10).toFixed(1)} s`;
  return span < 60_000 ? `${Math.floor(span / 1000)} s` : spanText(span);
}
