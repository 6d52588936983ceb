// Owns what a countdown shows: computed from the engine's own timestamps each time it is drawn,
// never counted on. Refuses to run below zero without saying so.

/** What is left to a moment: never below zero, null where either is unknown. */
export function leftMs(endsMs: number | null, nowMs: number | null): number | null {
  return endsMs === null || nowMs === null ? null : Math.max(0, endsMs - nowMs);
}

/** An auction's rest: '0.212', '12.4', '1:04'. A dash pair where it is unknown. */
export function auctionLeftText(ms: number | null): string {
  if (ms === null) return '--';
  return ms < 10_000 ? (ms / 1000).toFixed(3) : slotLeftText(ms);
}

/** A slot's rest: tenths under a minute, minutes and seconds above. */
export function slotLeftText(ms: number | null): string {
  if (ms === null) return '--';
  if (ms < 60_000) return (Math.floor(ms / 100) / 10).toFixed(1);
  const all = Math.floor(ms / 1000);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

/** How much of a span has passed, 0 to 1; 0 where it is unknown or has no length. */
export function sharePassed(span: {
  fromMs: number | null;
  toMs: number | null;
  nowMs: number | null;
}): number {
  if (span.fromMs === null || span.toMs === null || span.nowMs === null) return 0;
  if (span.toMs <= span.fromMs) return 0;
  return Math.min(1, Math.max(0, (span.nowMs - span.fromMs) / (span.toMs - span.fromMs)));
}
