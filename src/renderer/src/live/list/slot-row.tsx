// Owns one row of the last slots: when, what, price; id, buyer, spare time and state.
// Refuses hue for money, and a state by colour alone.
import type { Auction } from '../../../../contract/auction';
import type { Marker } from '../../../../contract/marker';
import { AUCTION_REASONS } from '../../../../contract/reasons';
import { StatusBadge } from '../../auctions/status-badge';
import { isOpen } from '../../auctions/why';
import { cx } from '../../parts/cx';
import { Badge, RehearsalBadge, type Tone } from '../../parts/marks/badge';
import { Mark, type MarkName } from '../../parts/marks/mark';
import { amountText, countText } from '../../parts/text/money';
import { clockOf } from '../../parts/text/time';
import { eventName, plural } from '../../parts/text/words';
import { statusOf, useStatus } from '../../store/feeds';
import { SHORT_MS, spareOf } from '../slots';
import { useSeenMarkers } from '../view/seen';
import styles from './last-slots.module.css';

type Confirmation = NonNullable<Marker['confirmation']>;
const CONFIRMED: Record<Confirmation, readonly [Tone, MarkName]> = {
  CONFIRMED: ['dim', 'tick'],
  UNCONFIRMED: ['outlined', 'query'],
  CONTRADICTED: ['filled', 'triangle'],
};

/** What the games say of the cue, where there is a game to ask; else how the auction stands. */
function State({ auction }: { readonly auction: Auction }) {
  const { items } = useSeenMarkers();
  const confirmation = items.find(({ id }) => id === auction.markerId)?.confirmation ?? null;
  if (auction.status !== 'SOLD') return <StatusBadge auction={auction} />;
  if (confirmation === null) return <Badge tone="dim" word="sold" mark="tick" />;
  const [tone, mark] = CONFIRMED[confirmation];
  return <Badge tone={tone} word={confirmation} mark={mark} />;
}

function Spare({ auction }: { readonly auction: Auction }) {
  const spare = spareOf(auction);
  if (spare === null || (auction.status !== 'SOLD' && auction.status !== 'UNSOLD')) return null;
  const short = spare.spareMs < SHORT_MS;
  return (
    <span className={cx(short && styles.short)} title="spare before its air-by time">
      {short ? <Mark name="triangle" /> : null}
      {countText(Math.round(spare.spareMs))} ms
    </span>
  );
}

function buyer(auction: Auction): string {
  if (auction.winner !== null) return auction.winner.name;
  if (isOpen(auction)) return plural(auction.bidCount, 'sealed bid');
  return auction.reason === null ? '\u2013' : AUCTION_REASONS[auction.reason];
}

function priceOf({ priceCents, currency, status }: Auction): string {
  if (priceCents !== null) return amountText(priceCents, currency);
  return status === 'UNSOLD' ? 'unsold' : '\u2013';
}

interface Props {
  readonly auction: Auction;
  readonly picked: boolean;
  readonly tabbable: boolean;
  readonly onPick: () => void;
}

/** A row: a click picks it, Enter opens it. */
export function SlotRow({ auction, picked, tabbable, onPick }: Props) {
  // In rehearsal the whole screen is hatched; on air a rehearsed slot must stand out.
  const onAir = useStatus((state) => statusOf(state)?.mode === 'ON_AIR');
  return (
    <li
      role="option"
      aria-selected={picked}
      tabIndex={tabbable ? 0 : -1}
      data-key={auction.id}
      className={cx(styles.row, picked && styles.picked, isOpen(auction) && styles.live)}
      onClick={onPick}
    >
      <div className={styles.line}>
        <span>{clockOf(auction.openedAt ?? auction.createdAt)}</span>
        <span className={styles.what}>
          <b>{eventName(auction.eventType)}</b> {auction.teamId}
        </span>
        <span className={cx(styles.price, auction.priceCents === null && styles.none)}>
          {priceOf(auction)}
        </span>
      </div>
      <div className={cx(styles.line, styles.low)}>
        <span>{auction.id}</span>
        <span className={styles.who} title={buyer(auction)}>
          {buyer(auction)}
        </span>
        <span className={styles.end}>
          <Spare auction={auction} />
          {auction.rehearsal && onAir ? <RehearsalBadge word="R" /> : null}
          <State auction={auction} />
        </span>
      </div>
    </li>
  );
}
