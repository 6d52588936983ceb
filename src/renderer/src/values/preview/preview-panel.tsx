// Owns the preview: the last auctions under the book as it would be, each floor then and now beside
// its best bid. Refuses hue but amber for a sale that would be lost.
import type { RefObject } from 'react';
import type { PreviewedAuction } from '../../../../contract/price-book';
import { Bar } from '../../parts/bar';
import { cx } from '../../parts/cx';
import { Panel } from '../../parts/panel/panel';
import { Empty, Failed, Loading } from '../../parts/panel/states';
import tables from '../../parts/panel/table.module.css';
import { useRowsSeen } from '../../parts/panel/use-rows-seen';
import { amountText, minorDigits } from '../../parts/text/money';
import { eventName } from '../../parts/text/words';
import { changeText } from '../book-edits';
import { useValues } from '../values-store';
import styles from './preview.module.css';
import { Sums } from './preview-sums';
import { axisOf, scaleOf, shortAmount, turnOf } from './re-priced';

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
    <li className={cx(turn === 'no sale' && styles.lost, turn === 'same' && styles.same)}>
      <span className={styles.name} title={`${auctionId} ${eventName(eventType)}`}>
        <small>{auctionId}</small> {eventName(eventType)}
      </span>
      <span className={styles.plot}>
        <Bar from={scale(floorCents)} to={0} className={styles.then} />
        <Bar from={scale(newFloorCents)} to={0} className={styles.now} />
        {bestBidCents === null ? null : (
          <Bar from={scale(bestBidCents)} to={0} className={styles.best} />
        )}
      </span>
      <span className={styles.amounts}>{was === is ? was : `${was} \u2192 ${is}`}</span>
      <b>{words}</b>
    </li>
  );
}

type Body = RefObject<HTMLDivElement | null>;

interface PlotProps {
  readonly auctions: readonly PreviewedAuction[];
  readonly currency: string;
}

function Axis({ auctions, currency }: PlotProps) {
  const scale = scaleOf(auctions);
  return (
    <div className={styles.axis} aria-hidden="true">
      <span className={styles.track}>
        {axisOf(auctions).map((cents) => (
          <Bar key={cents} from={scale(cents)} to={0} className={styles.mark}>
            {shortAmount(cents, minorDigits(currency))}
          </Bar>
        ))}
      </span>
    </div>
  );
}

function RePriced({ auctions, currency, body }: PlotProps & { readonly body: Body }) {
  const scale = scaleOf(auctions);
  return (
    <div
      ref={body}
      className={tables.scroll}
      tabIndex={0}
      role="group"
      aria-label="Last auctions re-priced"
    >
      <Sums auctions={auctions} currency={currency} />
      <Axis auctions={auctions} currency={currency} />
      <ol className={styles.rows}>
        {auctions.map((auction) => (
          <Row key={auction.auctionId} auction={auction} scale={scale} />
        ))}
      </ol>
    </div>
  );
}

interface Props {
  readonly currency: string;
  readonly onRetry: () => void;
}

/** The panel. */
export function PreviewPanel({ currency, onRetry }: Props) {
  const { preview, previewFault } = useValues();
  const legend = <span className={styles.legend}>○ then ● with pending | best bid</span>;
  const { ref, seen } = useRowsSeen();
  const hint = preview === null ? '' : seen === '' ? `the last ${preview.length}` : seen;
  return (
    <Panel title="Last auctions re-priced" hint={hint} end={legend} place="preview">
      {previewFault !== null ? (
        <Failed title="The preview cannot be read" sentence={previewFault} onRetry={onRetry} />
      ) : preview === null ? (
        <Loading rows={12} />
      ) : preview.length === 0 ? (
        <Empty title="No auction yet">The last twenty are priced again here.</Empty>
      ) : (
        <RePriced auctions={preview} currency={currency} body={ref} />
      )}
    </Panel>
  );
}
