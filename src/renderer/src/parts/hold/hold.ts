// Owns the rule of holding to fire: pressed by the pointer, held 0.8 s without leaving, then it
// fires once. Pure; the times are handed in. Refuses Space and Enter: they never get here.
export const HOLD_MS = 800;
/** How long it shows that it fired. */
export const FIRED_MS = 2_000;

/** Where a hold stands. */
export type Hold =
  | { readonly kind: 'rest' }
  | { readonly kind: 'held'; readonly sinceMs: number }
  | { readonly kind: 'fired'; readonly atMs: number };

/** Nothing held. */
export const REST: Hold = { kind: 'rest' };

/** A press: only the pointer's first button starts one, and only where firing is allowed. */
export function press(
  pressed: { readonly button: number; readonly primary: boolean; readonly allowed: boolean },
  nowMs: number,
): Hold {
  if (!pressed.allowed || !pressed.primary || pressed.button !== 0) return REST;
  return { kind: 'held', sinceMs: nowMs };
}

/** Whether a hold is complete. */
export function isComplete(hold: Hold, nowMs: number): boolean {
  return hold.kind === 'held' && nowMs - hold.sinceMs >= HOLD_MS;
}

/** What is left of a hold, in milliseconds; the whole of it at rest. */
export function holdLeftMs(hold: Hold, nowMs: number): number {
  return hold.kind === 'held' ? Math.max(0, HOLD_MS - (nowMs - hold.sinceMs)) : HOLD_MS;
}
