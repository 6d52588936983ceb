// Owns how the settings of a listener become one that can be opened: its card is looked for at each
// try, its guard is made once. Refuses to open it without the key that its signatures need.
import { networkInterfaces } from 'node:os';
import type { ListenerBind, ListenerSettings } from '../../../../contract/host/listeners';
import type { Clock, Intake, Log } from '../../../flow/ports';
import { openScte104Listener } from '../scte104/listener';
import type { RateRule } from '../source-rate';
import { openUdpListener } from '../udp-listener';
import { AttendedListener, type EarWish } from './attended';
import { cardAddress, joinAddress, type Cards } from './find-card';
import type { GroupWish } from './groups';
import { makeGuard } from './guard';

/** What listeners are opened with. */
export interface EarParts {
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
  /** Where a listener's settings say nothing of its rate. */
  readonly rate: RateRule;
  /** The key of a listener's signatures, from the secret store or the environment. */
  readonly keyOf: (id: string) => string | null;
  /** This machine's cards; a test may hand in others. */
  readonly cards?: () => Cards;
  readonly tryEveryMs?: number;
}

function wordsOf(bind: ListenerBind): string {
  if ('card' in bind) return bind.card;
  return 'mac' in bind ? bind.mac : bind.address;
}

function groupWishes({ groups, bind }: ListenerSettings, cards: () => Cards): GroupWish[] {
  return groups.map(({ group, on, source }) => ({
    group,
    source: source ?? null,
    on: () => joinAddress(on ?? bind, cards(), group),
  }));
}

function openerOf(settings: ListenerSettings, parts: EarParts): EarWish['open'] {
  const { id, protocol, datagramMostBytes, ratePerSecond, rateBurst } = settings;
  const { cards = networkInterfaces } = parts;
  const perSecond = ratePerSecond ?? parts.rate.perSecond;
  const rate = { perSecond, burst: rateBurst ?? parts.rate.burst };
  const guard = makeGuard(settings, parts.keyOf(id));
  const groups = groupWishes(settings, cards);
  return (at) => {
    const open = { id, ...at, rate, guard, datagramMostBytes };
    return protocol === 'udp'
      ? openUdpListener({ ...open, groups }, parts)
      : openScte104Listener(open, parts);
  };
}

/** A listener as its settings say, not yet open. */
export function configuredListener(settings: ListenerSettings, parts: EarParts): AttendedListener {
  const { id, name, protocol, bind, port, signedJson } = settings;
  const { cards = networkInterfaces } = parts;
  const keyless = signedJson !== 'off' && parts.keyOf(id) === null;
  const wish: EarWish = {
    id,
    ...(name === undefined ? {} : { name }),
    protocol,
    where: wordsOf(bind),
    port,
    place: () =>
      keyless ? { ok: false, why: 'no key for its signed JSON' } : cardAddress(bind, cards()),
    open: openerOf(settings, parts),
  };
  return new AttendedListener(wish, parts);
}
