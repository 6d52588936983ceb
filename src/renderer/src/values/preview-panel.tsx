// Owns the preview: the last auctions under the book as it would be, each floor then and now beside
// its best bid. Refuses hue but amber for a sale that would be lost.
import { useEffect } from 'react';
import type { PreviewedAuction, PriceBookVersion } from '../../../contract/price-book';
import { Bar } from '../parts/bar';
import { cx } from '../parts/cx';
import { Mark } from '../parts/marks/mark';
import { Panel } from '../parts/panel/panel';
import { Empty, Failed, Loading } from '../parts/panel/states';
import { amountText } from '../parts/text/money';
import { eventName, plural } from '../parts/text/words';
import { useAuctions } from '../store/feeds';
import { changeText, type Edit } from './book-edits';
import { scaleOf, sumsOf, turnOf } from './re-priced';
import styles from './values.module.css';
import { readPreview, useValues } from './values-store';

const SETTLES_MS = 150;

/** Asks again a moment after the book, what is staged, or the last auction changed. */
function usePreview(version: PriceBookVersion, edits: readonly Edit[]): void {
  const last = useAuctions(
    (state) => `${state.items[0]?.id ?? ''} ${state.items[0]?.status ?? ''}`,
  );
  useEffect(() => {
    const timer = setTimeout(() => void readPreview(), SETTLES_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [version, edits, last]);
}

interface RowProps {
  readonly auction: PreviewedAuction;
  readonly scale: (cents: number | null) => number;
}

function Row({ auction, scale }: RowProps) {
  const { auctionId, eventType, floorCents, newFloorCents, currency, bestBidCents } = auction;
  const turn = turnOf(auction);
  const to = newFloorCents ?? 0;
  const words = turn === 'moved' ? changeText(floorCents, to) : turn;
  const [was, is] = [amountText(floorCents, currency), amountText(to, currency)];
  return (
    <li className={cx(turn === 'no sale' && styles.lost)}>
      <span className={styles.what}>
        {auctionId} {eventName(eventType)}
      </span>
      <span className={styles.plot}>
        <Bar from={scale(floorCents)} to={0} className={styles.then} />
        <Bar from={scale(newFloorCents)} to={0} className={styles.now} />
        {bestBidCents === null ? null : (
          <Bar from={scale(bestBidCents)} to={0} className={styles.best} />
        )}
      </span>
      <span className={styles.figure}>{was === is ? was : `${was} \u2192 ${is}`}</span>
      <b>{words}</b>
    </li>
  );
}

function Sums({ auctions }: { readonly auctions: readonly PreviewedAuction[] }) {
  const { beforeCents, afterCents, lost, won } = sumsOf(auctions);
  const currency = auctions[0]?.currency ?? 'USD';
  return (
    <dl className={styles.sums}>
      <div>
        <dt>Sum of floors</dt>
        <dd>
          {amountText(beforeCents, currency)} → {amountText(afterCents, currency)}
        </dd>
      </div>
      <div className={cx(lost > 0 && styles.lost)}>
        <dt>Would not have sold</dt>
        <dd>
          {lost > 0 ? <Mark name="triangle" /> : null} {plural(lost, 'slot')}
        </dd>
      </div>
      <div>
        <dt>Would have sold too</dt>
        <dd>{plural(won, 'slot')}</dd>
      </div>
    </dl>
  );
}

interface Props {
  readonly version: PriceBookVersion;
  readonly edits: readonly Edit[];
}

/** The panel. */
export function PreviewPanel({ version, edits }: Props) {
  usePreview(version, edits);
  const { preview, previewFault } = useValues();
  const scale = scaleOf(preview ?? []);
  const hint = edits.length === 0 ? 'nothing staged, so all the same' : 'with what is staged';
  return (
    <Panel title="Last auctions re-priced" hint={hint} place="preview">
      {previewFault !== null ? (
        <Failed
          title="The preview cannot be read"
          sentence={previewFault}
          onRetry={() => void readPreview()}
        />
      ) : preview === null ? (
        <Loading rows={12} />
      ) : preview.length === 0 ? (
        <Empty title="No auction yet">The last twenty are priced again here.</Empty>
      ) : (
        <div
          className={styles.scroll}
          tabIndex={0}
          role="group"
          aria-label="Last auctions re-priced"
        >
          <Sums auctions={preview} />
          <p className={styles.legend}>○ floor then, ● with what is staged, | best bid</p>
          <ol className={styles.rows}>
            {preview.map((auction) => (
              <Row key={auction.auctionId} auction={auction} scale={scale} />
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}
