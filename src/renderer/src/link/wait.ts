// Owns waiting that can be called off, and deadlines on replies. Refuses to leave a timer behind,
// and to throw: what went wrong with a reply is a value.

/** A reply that does not come within this is lost. */
export const REPLY_DEADLINE_MS = 3_000;

/** Waits; ends early, without fault, when the signal is given. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || ms <= 0) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** A reply, or what went wrong with it. `lost`: no reply in time. */
export type Reply<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'lost' };

/** Waits for a reply, but not longer than the deadline; never throws. */
export async function inTime<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  deadlineMs = REPLY_DEADLINE_MS,
): Promise<Reply<T>> {
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<Reply<T>>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'lost' });
      late.abort();
    }, deadlineMs);
  });
  const asked = ask(late.signal).then(
    (value): Reply<T> => ({ kind: 'good', value }),
    (error: unknown): Reply<T> => ({ kind: 'refused', error }),
  );
  try {
    return await Promise.race([asked, lost]);
  } finally {
    clearTimeout(timer);
  }
}
