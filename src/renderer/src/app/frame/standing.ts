// Owns what is wrong right now, as causes of notices, told as long as it is so. Pure. Refuses a
// notice without what still works or what to do.
import type { FeedName } from '../../../../contract/feed';
import type { Marker } from '../../../../contract/marker';
import type { LiveStats } from '../../../../contract/status';
import { isDown, isJustUp, type Heard } from '../../link/engine-news';
import { epochMs, tenthsText } from '../../parts/text/time';
import type { Cause } from '../../store/notices';

/** What the causes are made from. */
export interface StandingInput {
  readonly status: LiveStats | null;
  readonly stale: boolean;
  readonly refusal: string | null;
  readonly wordAtMs: number | null;
  /** Why a list cannot be read, null where it can. */
  readonly faults: Readonly<Record<FeedName, string | null>>;
  /** The newest cue that waits in quarantine. */
  readonly quarantined: Marker | null;
  /** What the desktop host told of the engine's process; absent in a browser. */
  readonly heard?: Heard;
  /** Monotonic ms of this look. */
  readonly monoMs?: number;
}

function critical(cause: string, text: string, atMs: number | null): Cause {
  return { cause, level: 'critical', text, atMs };
}

/** The engine's process is down: the host knows why, so nothing is left to guess. */
function processDown(input: StandingInput): Cause | null {
  const { heard, stale, wordAtMs, monoMs = Infinity } = input;
  if (heard === undefined) return null;
  const { why = null, state, nextTryMs } = heard.news ?? {};
  if (stale && isJustUp(heard, monoMs))
    return critical('engine-down', 'The engine is up again. The console links to it.', wordAtMs);
  if (!isDown(heard)) return null;
  const again =
    nextTryMs === null ? 'It is being started.' : `Next try after ${seconds(nextTryMs)}.`;
  const next = state === 'ended' ? 'It is not tried again: start the app anew.' : again;
  return critical('engine-down', `${why ?? ''} ${next} Nothing is sold until it is up.`, wordAtMs);
}

function seconds(ms = 0): string {
  return `${Math.ceil(ms / 1000)} s`;
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

function unread({ faults, status }: StandingInput): Cause[] {
  const lists = ['markers', 'auctions', 'settlements'] as const;
  return lists.flatMap((feed) => {
    const fault = faults[feed];
    if (fault === null) return [];
    const text =
      `The list of ${feed} cannot be read. ${fault} What is shown of it is from before; ` +
      'the other lists go on. It is asked for again.';
    const atMs = epochMs(status?.at);
    return [{ cause: `feed-${feed}`, level: 'warning' as const, text, atMs, opens: feed }];
  });
}

function inQuarantine(marker: Marker | null): Cause[] {
  if (marker === null) return [];
  const text = `Cue from ${marker.source.address} held in quarantine. Nothing was started.`;
  const atMs = epochMs(marker.receivedAt);
  const cause = `quarantine-${marker.id}`;
  return [{ cause, level: 'warning', text, atMs, opens: 'markers' }];
}

type Source = NonNullable<LiveStats['sources']>[number];

function ofSource({
  address,
  staleInARow,
  offsetMs,
  lastAt,
  trustedSince,
  trustedBy,
}: Source): Cause {
  if (trustedSince !== null) {
    const text =
      `Cues from ${address} count by their arrival: ${trustedBy ?? 'somebody'} trusts it. ` +
      'It ends by itself when the engine is started anew.';
    const trusts = { address, trusted: false };
    const atMs = epochMs(trustedSince);
    return { cause: `trusted-${address}`, level: 'warning', text, atMs, trusts };
  }
  const off = `${(Math.abs(offsetMs) / 1000).toFixed(1)} s ${offsetMs < 0 ? 'behind' : 'ahead of'}`;
  const text = `${staleInARow} cues in a row from ${address} are stale: its clock is ${off} ours.`;
  return {
    ...critical(`stale-${address}`, `${text} They start nothing.`, epochMs(lastAt)),
    trusts: { address, trusted: true },
  };
}

/** What holds, the gravest last. While stale only the silence counts: the rest is old. */
export function standingCauses(input: StandingInput): readonly Cause[] {
  const { status } = input;
  const silent = processDown(input) ?? silence(input);
  if (silent !== null) return [silent];
  const causes: Cause[] = [...unread(input), ...inQuarantine(input.quarantined)];
  const atMs = epochMs(status?.at);
  if (status?.held === true) {
    const text = 'New auctions are held. Cues are listed and start nothing; open auctions go on.';
    causes.push({ cause: 'held', level: 'warning', text, atMs: epochMs(status.heldSince) });
  }
  causes.push(...(status?.sources ?? []).map(ofSource));
  for (const listener of status?.listeners ?? []) {
    if (listener.state !== 'fault') continue;
    const where = `${listener.address}:${listener.port}`;
    const text = `Cues cannot arrive on ${where}: ${listener.detail}. Manual cues still work.`;
    const cause = critical(`listener-${listener.id}`, text, atMs);
    causes.push({ ...cause, opens: 'health' });
  }
  const trouble = status?.trouble ?? null;
  if (trouble !== null) {
    const text = `${trouble} New work is refused until it is mended.`;
    causes.push({ ...critical('trouble', text, atMs), opens: 'health' });
  }
  return causes;
}
