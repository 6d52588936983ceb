// Owns the hook that says why no manual cue can be fired now. Refuses to look at less than the
// rule asks for: link, mode, hold, trouble.
import { statusOf, useStatus } from '../store/feeds';
import { useVitals } from '../store/vitals';
import { whyOff } from './pad-rules';

/** Why the pad is off, null when it is on, as everything it looks at changes. */
export function useWhyOff(): string | null {
  const stale = useVitals((vitals) => vitals.stale);
  const linked = useVitals((vitals) => vitals.phase === 'linked');
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const held = useStatus((state) => statusOf(state)?.held ?? false);
  const trouble = useStatus((state) => statusOf(state)?.trouble ?? null);
  return whyOff({ stale, linked, mode, held, trouble });
}
