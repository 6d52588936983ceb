// Owns the small tile for the auction that closes next: time left by the engine's clock, its floor,
// when its slot has to air, how many more are open. Green while one is open, grey in the same place
// when none is.
import type { Auction } from '../../../../contract/auction';
import { cx } from '../../parts/cx';
import { auctionLeftText, leftMs, slotLeftText } from '../../parts/text/countdown';
import { amountText } from '../../parts/text/money';
import { epochMs } from '../../parts/text/time';
import { eventName, plural } from '../../parts/text/words';
import { Ticking } from '../../parts/ticking';
import { isWaiting } from '../../auctions/why';
import { openSlots } from '../slots';
import { seenNowMs, useSeenAuctions } from '../view/seen';
import { Progress } from './progress';
import styles from './tile.module.css';

const DASH = '\u2013';

function Open({ auction, more }: { readonly auction: Auction; readonly more: number }) {
  const [endsMs, airByMs] = [epochMs(auction.endsAt), epochMs(auction.slot.airBy)];
  return (
    <section className={cx(styles.tile, styles.small, styles.next)} aria-label="Auction now open">
      <div className={styles.band}>
        <h2>NEXT</h2>
        <span className={styles.title}>
          {eventName(auction.eventType)} {auction.teamId}
          {more > 0 ? `, ${plural(more, 'more', 'more')}` : ''}
        </span>
        <span>{auction.id}</span>
      </div>
      <div className={styles.body}>
        <div className={styles.pair}>
          <span>auction closes in</span>
          <span>floor, {auction.currency}</span>
          <span>airs by, in</span>
          <strong className={styles.closes}>
            <Ticking every="frame" text={() => auctionLeftText(leftMs(endsMs, seenNowMs()))} />
            <small> s</small>
          </strong>
          <strong>{amountText(auction.floorCents, auction.currency)}</strong>
          <strong>
            <Ticking text={() => slotLeftText(leftMs(airByMs, seenNowMs()))} />
            <small> s</small>
          </strong>
        </div>
        <Progress from={auction.openedAt} to={auction.endsAt} open />
      </div>
    </section>
  );
}

/** The tile, in its place whether or not something is open. */
export function NextTile() {
  const { items, loaded } = useSeenAuctions();
  const [first, ...more] = openSlots(items);
  const waiting = items.filter(isWaiting).length;
  if (first !== undefined) return <Open auction={first} more={more.length + waiting} />;
  return (
    <section className={cx(styles.tile, styles.small)} aria-label="Open auction">
      <div className={styles.band}>
        <h2>NEXT</h2>
        <span className={styles.title}>{loaded ? 'no auction open' : 'reading auctions'}</span>
      </div>
      <div className={styles.body}>
        <div className={styles.pair}>
          <span>auction closes in</span>
          <span>floor</span>
          <span>airs by, in</span>
          <strong className={styles.none}>{DASH}</strong>
          <strong className={styles.none}>{DASH}</strong>
          <strong className={styles.none}>{DASH}</strong>
        </div>
        <Progress from={null} to={null} />
      </div>
    </section>
  );
}
