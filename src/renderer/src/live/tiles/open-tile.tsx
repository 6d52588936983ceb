// Owns the small tile for the auction that closes next: time left by the engine's clock, its floor,
// how many more are open. Green while one is open, grey in the same place when none is.
import type { Auction } from '../../../../contract/auction';
import { cx } from '../../parts/cx';
import { auctionLeftText, leftMs } from '../../parts/text/countdown';
import { amountText } from '../../parts/text/money';
import { epochMs } from '../../parts/text/time';
import { eventName, plural } from '../../parts/text/words';
import { Ticking } from '../../parts/ticking';
import { useAuctions } from '../../store/feeds';
import { engineNowMs } from '../../store/vitals';
import styles from './tile.module.css';
import { Progress } from './progress';
import { openSlots } from '../slots';

function Open({ auction, more }: { readonly auction: Auction; readonly more: number }) {
  const endsMs = epochMs(auction.endsAt);
  return (
    <section className={cx(styles.tile, styles.small, styles.next)} aria-label="Auction now open">
      <div className={styles.band}>
        <h2>OPEN</h2>
        <span className={styles.title}>
          {eventName(auction.eventType)} {auction.teamId}
        </span>
        <span>{auction.id}</span>
      </div>
      <div className={styles.body}>
        <div className={styles.pair}>
          <span>closes in</span>
          <span>{more > 0 ? `floor, ${plural(more, 'more open', 'more open')}` : 'floor'}</span>
          <strong className={styles.closes}>
            <Ticking every="frame" text={() => auctionLeftText(leftMs(endsMs, engineNowMs()))} />
            <small> s</small>
          </strong>
          <strong>
            {amountText(auction.floorCents, auction.currency)}
            <small> {auction.currency}</small>
          </strong>
        </div>
        <Progress from={auction.openedAt} to={auction.endsAt} open />
      </div>
    </section>
  );
}

/** The tile, in its place whether or not something is open. */
export function OpenTile() {
  const { items, loaded } = useAuctions();
  const [first, ...more] = openSlots(items);
  if (first !== undefined) return <Open auction={first} more={more.length} />;
  return (
    <section className={cx(styles.tile, styles.small)} aria-label="Open auction">
      <div className={styles.band}>
        <h2>{loaded ? 'NO AUCTION OPEN' : 'READING AUCTIONS'}</h2>
      </div>
      <div className={styles.body}>
        <div className={styles.pair}>
          <span>closes in</span>
          <span>floor</span>
          <strong className={styles.none}>{'\u2013'}</strong>
          <strong className={styles.none}>{'\u2013'}</strong>
        </div>
      </div>
    </section>
  );
}
