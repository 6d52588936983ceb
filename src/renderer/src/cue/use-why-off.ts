// Owns the hook that says why no manual cue can be asked for now. Refuses to look at less than the
// rule asks for: link, mode, trouble.
import { statusOf, useStatus } from '../store/feeds';
import { useVitals } from '../store/vitals';
import { whyOff } from './pad-rules';

/** Why everything is off, null when it is not, as everything it looks at changes. */
export function useWhyOff(): string | null {
  const stale = useVitals((vitals) => vitals.stale);
  const linked = useVitals((vitals) => vitals.phase === 'linked');
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const trouble = useStatus((state) => statusOf(state)?.trouble ?? null);
  return whyOff({ stale, linked, mode, trouble });
}
