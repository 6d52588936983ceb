// Owns the head of an explanation: which auction, how it ended in one sentence, the price as chips,
// and copying that as text for the phone. Refuses to change anything.
import type { Auction, Explain } from '../../../../contract/auction';
import { useAction } from '../../app/keys/use-action';
import { cx } from '../../parts/cx';
import { KeyCap, RehearsalBadge } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import { amountText } from '../../parts/text/money';
import { eventName } from '../../parts/text/words';
import { say } from '../../store/notices';
import { WhyChips } from '../../live/tiles/why-chips';
import { StatusBadge } from '../status-badge';
import { traceText } from '../trace';
import { endSentence } from '../why';
import styles from './auctions-screen.module.css';

interface Props {
  readonly auction: Auction;
  readonly explain: Explain;
}

async function copyWhy({ auction, explain }: Props): Promise<void> {
  const { id, eventType } = auction;
  const why = `${id} ${eventName(eventType)}. ${endSentence(auction, explain)}`;
  try {
    await navigator.clipboard.writeText(`${why} ${traceText(explain.price)}`);
    say('info', `Why ${id} ended as it did is copied as text.`);
  } catch {
    say('warning', 'This browser does not let the page copy. The price stands under the head.');
  }
}

/** The head. */
export function WhyHead({ auction, explain }: Props) {
  const copy = (): void => void copyWhy({ auction, explain });
  useAction('copy.why', copy);
  const price = auction.priceCents;
  return (
    <section className={styles.head} aria-label={`Why ${auction.id}`} data-place="explanation">
      <div className={styles.title}>
        <h2>
          {auction.id} {eventName(auction.eventType)}
        </h2>
        <StatusBadge auction={auction} />
        {auction.rehearsal ? <RehearsalBadge /> : null}
        <button type="button" className={cx(panels.button, panels.small)} onClick={copy}>
          Copy as text <KeyCap>W</KeyCap>
        </button>
      </div>
      <p>{endSentence(auction, explain)}</p>
      <WhyChips price={explain.price} />
      <div className={styles.price}>
        <small>Price, {auction.currency}</small>
        <strong>{price === null ? '\u2013' : amountText(price, auction.currency)}</strong>
      </div>
    </section>
  );
}
