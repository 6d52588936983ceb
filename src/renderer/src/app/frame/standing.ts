// Owns what is wrong right now, as causes of notices, told as long as it is so. Pure. Refuses a
// notice without what still works or what to do.
import type { LiveStats } from '../../../../contract/status';
import { epochMs, tenthsText } from '../../parts/text/time';
import type { Cause } from '../../store/notices';

/** What the causes are made from. */
export interface StandingInput {
  readonly status: LiveStats | null;
  readonly stale: boolean;
  readonly refusal: string | null;
  readonly wordAtMs: number | null;
}

function critical(cause: string, text: string, atMs: number | null): Cause {
  return { cause, level: 'critical', text, atMs };
}

function silence(input: StandingInput): Cause | null {
  if (!input.stale) return null;
  if (input.refusal !== null) return critical('refused', input.refusal, input.wordAtMs);
  if (input.wordAtMs === null) {
    const text = 'No word from the engine yet. Is it running? The console tries again by itself.';
    return { ...critical('no-word', text, null), fleeting: true };
  }
  const text =
    `No word from the engine. The numbers above are from ${tenthsText(input.wordAtMs)}. ` +
    'The engine may still be selling.';
  return critical('silent', text, input.wordAtMs);
}

/** What holds, the gravest last. While stale only the silence counts: the rest is old. */
export function standingCauses(input: StandingInput): readonly Cause[] {
  const { status } = input;
  const silent = silence(input);
  if (silent !== null) return [silent];
  const causes: Cause[] = [];
  const atMs = epochMs(status?.at);
  if (status?.held === true) {
    const text = 'New auctions are held. Cues are listed and start nothing; open auctions go on.';
    causes.push({ cause: 'held', level: 'warning', text, atMs: epochMs(status.heldSince) });
  }
  for (const listener of status?.listeners ?? []) {
    if (listener.state !== 'fault') continue;
    const where = `${listener.address}:${listener.port}`;
    const text = `Cues cannot arrive on ${where}: ${listener.detail}. Manual cues still work.`;
    causes.push(critical(`listener-${listener.id}`, text, atMs));
  }
  const trouble = status?.trouble ?? null;
  if (trouble !== null) {
    causes.push(critical('trouble', `${trouble} New work is refused until it is mended.`, atMs));
  }
  return causes;
}
