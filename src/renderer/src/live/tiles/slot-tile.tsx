// Owns the big tile while a decided slot still has to air: state, event, ids, the time left to its
// air-by, winner and price, the price's why, the spare time, the settlement. Read only.
import type { Auction } from '../../../../contract/auction';
import { AUCTION_REASONS } from '../../../../contract/reasons';
import { eventIdOf, idTexts } from '../../markers/event-id';
import { cx } from '../../parts/cx';
import { Mark } from '../../parts/marks/mark';
import { leftMs, slotLeftText } from '../../parts/text/countdown';
import { amountText } from '../../parts/text/money';
import { epochMs, millisOf } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';
import { Ticking } from '../../parts/ticking';
import { seenNowMs, useAtSeen, useSeenMarkers } from '../view/seen';
import styles from './tile.module.css';
import { PriceFacts } from './price-facts';
import { Progress } from './progress';

/** The ids of the slot's cue: hex and decimal together, or the marker's own where it has none. */
function Ids({ auction }: { readonly auction: Auction }) {
  const { items } = useSeenMarkers();
  const marker = items.find((known) => known.id === auction.markerId);
  const eventId = marker === undefined ? null : eventIdOf(marker);
  if (eventId === null) return <span className={styles.mono}>{auction.markerId}</span>;
  const { hex, decimal } = idTexts(eventId);
  return (
    <span className={styles.mono}>
      {hex} <i>dec</i> {decimal}
    </span>
  );
}

function Outcome({ auction }: { readonly auction: Auction }) {
  if (auction.winner === null || auction.priceCents === null) {
    const reason = auction.reason === null ? '' : AUCTION_REASONS[auction.reason];
    return <p className={styles.unsold}>Not sold. {reason}</p>;
  }
  return (
    <div className={styles.outcome}>
      <span className={styles.who}>{auction.winner.name}</span>
      <span className={styles.price}>
        {amountText(auction.priceCents, auction.currency)}
        <small> {auction.currency}</small>
      </span>
    </div>
  );
}

/** What is left to the air-by time; past it, how long ago it was, with a plus. */
function Left({ airByMs }: { readonly airByMs: number | null }) {
  const over = useAtSeen((nowMs) => nowMs !== null && airByMs !== null && nowMs > airByMs);
  const text = (): string => {
    const nowMs = seenNowMs();
    if (!over || nowMs === null || airByMs === null) return slotLeftText(leftMs(airByMs, nowMs));
    return `+${slotLeftText(Math.max(0, nowMs - airByMs))}`;
  };
  return (
    <div className={styles.big}>
      <Ticking text={text} />
      {over ? (
        <span>
          s past its air-by
          <br />
          no word that it aired
        </span>
      ) : (
        <span>s left to air by</span>
      )}
    </div>
  );
}

/** The tile of a decided slot. */
export function SlotTile({ auction }: { readonly auction: Auction }) {
  const airByMs = epochMs(auction.slot.airBy);
  const whose = [auction.teamId, auction.gameId].filter(Boolean).join(' \u00b7 ');
  const word = auction.rehearsal ? `REHEARSAL ${auction.status}` : auction.status;
  return (
    <section
      className={cx(styles.tile, auction.rehearsal ? styles.rehearsed : styles.decided)}
      aria-label={`Slot ${auction.id}`}
      data-place="slot"
    >
      <div className={styles.band}>
        <h2>{word}</h2>
        <span>{auction.id}</span>
      </div>
      <div className={styles.body}>
        <div className={styles.event}>
          <h3>{eventName(auction.eventType)}</h3>
          <span title={whose}>{whose}</span>
          <Ids auction={auction} />
          <span>
            {auction.slot.durationMs / 1000} s {auction.slot.kind}
            {auction.slot.regionalBlackout === true ? (
              <>
                {' \u00b7 '}
                <Mark name="triangle" /> <b>regional blackout</b>
              </>
            ) : null}
          </span>
        </div>
        <Left airByMs={airByMs} />
        <Progress from={auction.closedAt} to={auction.slot.airBy} />
        <div className={styles.ends}>
          <span>decided {millisOf(auction.closedAt)}</span>
          <span>air by {millisOf(auction.slot.airBy)}</span>
        </div>
        <Outcome auction={auction} />
        <PriceFacts auction={auction} />
      </div>
    </section>
  );
}
