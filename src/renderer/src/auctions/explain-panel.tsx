// Owns the explanation of one auction: the sentence, the price with every factor and its fact, one
// row and one reason for each bidder. Esc closes it. Refuses to change anything.
import type { Auction, Explain } from '../../../contract/auction';
import { select } from '../app/route';
import { KeyCap, RehearsalBadge } from '../parts/marks/badge';
import { Failed, Loading } from '../parts/panel/states';
import { Panel } from '../parts/panel/panel';
import buttons from '../parts/panel/panel.module.css';
import { cx } from '../parts/cx';
import { moneyText } from '../parts/text/money';
import { clockOf, millisOf } from '../parts/text/time';
import { eventName } from '../parts/text/words';
import { readExplain } from '../store/explains';
import { useExplain } from '../store/use-explain';
import { BidderRows } from './bidder-rows';
import styles from './explain.module.css';
import { PriceTrace } from './price-trace';
import { StatusBadge } from './status-badge';
import { endSentence } from './why';

/** Closes the explanation. */
export function closeExplanation(): void {
  select(null);
}

function Facts({ auction, explain }: { readonly auction: Auction; readonly explain: Explain }) {
  const late = auction.closeLatenessMs;
  const closed = late === null ? '' : `, ${late.toFixed(1)} ms after its end`;
  return (
    <dl className={styles.facts}>
      <dt>Opened</dt>
      <dd>{millisOf(auction.openedAt)}</dd>
      <dt>Closed</dt>
      <dd>
        {millisOf(auction.closedAt)}
        {closed}
      </dd>
      <dt>Rules</dt>
      <dd>
        {auction.format} price, {auction.ruleVersion}, book v{explain.price.bookVersion}
      </dd>
      <dt>Marker</dt>
      <dd className={styles.mono}>{auction.markerId ?? '\u2013'}</dd>
      <dt>Seed</dt>
      <dd className={styles.mono}>{explain.seed ?? explain.seedCommitment ?? '\u2013'}</dd>
    </dl>
  );
}

function Explained({ auction, explain }: { readonly auction: Auction; readonly explain: Explain }) {
  return (
    <>
      <p className={styles.sentence}>{endSentence(auction, explain)}</p>
      <PriceTrace price={explain.price} />
      <BidderRows explain={explain} auction={auction} />
      <Facts auction={auction} explain={explain} />
    </>
  );
}

function Body({ auction }: { readonly auction: Auction }) {
  const entry = useExplain(auction);
  if (entry.kind === 'loading') return <Loading rows={14} />;
  if (entry.kind === 'ready') return <Explained auction={auction} explain={entry.explain} />;
  const retry = (): void => {
    void readExplain(auction);
  };
  return (
    <Failed title="The explanation cannot be read" sentence={entry.sentence} onRetry={retry} />
  );
}

interface Props {
  readonly auction: Auction;
  readonly className: string | undefined;
}

/** The panel that explains an auction. */
export function ExplainPanel({ auction, className }: Props) {
  const price = auction.priceCents;
  return (
    <Panel
      title={`Why ${auction.id}`}
      hint={clockOf(auction.openedAt ?? auction.createdAt)}
      end={
        <button
          type="button"
          className={cx(buttons.button, buttons.small)}
          onClick={closeExplanation}
        >
          Close <KeyCap>Esc</KeyCap>
        </button>
      }
      place="explanation"
      className={className}
    >
      <div className={styles.body} tabIndex={0} role="group" aria-label={`Why ${auction.id}`}>
        <div className={styles.title}>
          <b>
            {eventName(auction.eventType)} <i>{auction.teamId}</i>
          </b>
          <strong>{price === null ? '\u2013' : moneyText(price, auction.currency)}</strong>
          <span className={styles.badges}>
            <StatusBadge auction={auction} />
            {auction.rehearsal ? <RehearsalBadge /> : null}
          </span>
        </div>
        <Body auction={auction} />
      </div>
    </Panel>
  );
}
