// Owns asking for health and the machine every 2 s and for the price book every 30 s while the
// engine answers. Refuses to ask into a dead link.
import type { Health } from '../../../contract/status';
import { askMachine } from '../health/ask/asked';
import { useHealth, usePriceBook } from '../store/answers';
import { engineNowMs, useVitals } from '../store/vitals';
import { ask, type Answer } from './client';
import { pause } from './wait';

const HEALTH_MS = 2_000;
const BOOK_MS = 30_000;
const IDLE_MS = 100;

interface Kept<T> {
  readonly setState: (state: { value?: T; fault: string | null }) => void;
}

function keep<T>(store: Kept<T>, answer: Answer<T>): void {
  if (answer.ok) store.setState({ value: answer.value, fault: null });
  else store.setState({ fault: answer.sentence });
}

function keepHealth(answer: Answer<Health>): void {
  keep(useHealth, answer);
  const nowMs = engineNowMs();
  if (answer.ok && nowMs !== null) useHealth.setState({ startedMs: nowMs - answer.value.uptimeMs });
}

/** Asks until the signal is given. */
export async function keepAsking(signal: AbortSignal): Promise<void> {
  let bookDueMs = 0;
  let healthDueMs = 0;
  while (!signal.aborted) {
    const { phase, stale } = useVitals.getState();
    const live = phase === 'linked' && !stale;
    if (live && performance.now() >= healthDueMs) {
      healthDueMs = performance.now() + HEALTH_MS;
      keepHealth(await ask((client, late) => client.health({}, { signal: late })));
      await askMachine();
    }
    if (live && performance.now() >= bookDueMs) {
      const book = await ask((client, late) => client.priceBook.get({}, { signal: late }));
      keep(usePriceBook, book);
      bookDueMs = performance.now() + (book.ok ? BOOK_MS : HEALTH_MS);
    }
    // A new engine may have a new book: ask again as soon as it is back.
    if (!live) bookDueMs = healthDueMs = 0;
    await pause(IDLE_MS, signal);
  }
}
