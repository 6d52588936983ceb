// Owns the standing notices: what is wrong right now, told as long as it is so. Pure. Refuses a
// notice without what still works or what to do.
import type { LiveStats } from '../../../../contract/status';
import { tenthsText } from '../../parts/text/time';
import type { Notice } from '../../store/notices';

/** What standing notices are made from. */
export interface StandingInput {
  readonly status: LiveStats | null;
  readonly stale: boolean;
  readonly refusal: string | null;
  readonly wordAtMs: number | null;
}

function critical(key: string, text: string, atMs: number | null): Notice {
  return { key, level: 'critical', text, atMs, untilMonoMs: null };
}

function silence(input: StandingInput): Notice | null {
  if (!input.stale) return null;
  if (input.refusal !== null) return critical('refused', input.refusal, input.wordAtMs);
  if (input.wordAtMs === null) {
    const text = 'No word from the engine yet. Is it running? The console tries again by itself.';
    return critical('silent', text, null);
  }
  const text =
    `No word from the engine. The numbers above are from ${tenthsText(input.wordAtMs)}. ` +
    'The engine may still be selling.';
  return critical('silent', text, input.wordAtMs);
}

/** What stands, the gravest cause last. While stale only the silence counts: the rest is old. */
export function standingNotices(input: StandingInput): readonly Notice[] {
  const silent = silence(input);
  if (silent !== null) return [silent];
  const notices: Notice[] = [];
  for (const listener of input.status?.listeners ?? []) {
    if (listener.state !== 'fault') continue;
    const where = `${listener.address}:${listener.port}`;
    const text = `Cues cannot arrive on ${where}: ${listener.detail}. Manual cues still work.`;
    notices.push(critical(`listener-${listener.id}`, text, null));
  }
  if (input.status?.held === true) {
    const text = 'New auctions are held. Cues are still listed.';
    notices.push({ key: 'held', level: 'warning', text, atMs: null, untilMonoMs: null });
  }
  const trouble = input.status?.trouble ?? null;
  if (trouble !== null) {
    notices.push(critical('trouble', `${trouble} New work is refused until it is mended.`, null));
  }
  return notices;
}
