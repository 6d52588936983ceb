// Owns the host's clocks and alarms. Deadlines run on the monotonic clock; a step of the wall clock
// moves none of them. Refuses to ring early: Node may fire a timer up to a millisecond too soon.
import { performance } from 'node:perf_hooks';
import type { Clock, Timers } from '../../flow/ports';

/** The host's clocks: wall time in whole milliseconds, monotonic time with fractions. */
export function hostClock(): Clock {
  return { wallMs: () => Date.now(), monoMs: () => performance.now() };
}

/**
 * Alarms on the monotonic clock. When one is due, one more turn of the poll phase is let through
 * first, so that whatever already waits in a socket counts as in time by its own stamp.
 */
export function hostTimers(clock: Clock): Timers {
  return {
    at: (monoMs, ring) => {
      let cancelled = false;
      let timer: NodeJS.Timeout;
      const wake = (): void => {
        if (cancelled) return;
        const leftMs = monoMs - clock.monoMs();
        if (leftMs > 0) timer = setTimeout(wake, Math.ceil(leftMs));
        else setImmediate(() => setImmediate(() => (cancelled ? undefined : ring())));
      };
      timer = setTimeout(wake, Math.max(0, Math.ceil(monoMs - clock.monoMs())));
      return () => {
        cancelled = true;
        clearTimeout(timer);
      };
    },
    endOfTurn: (run) => void setImmediate(run),
  };
}
