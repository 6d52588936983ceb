// Owns the waterfall: what took how long from the cue to the durable decision, every bid on its own
// line, the close as a dashed one. Refuses to show bids while they are sealed.
import type { Auction } from '../../../../contract/auction';
import { Bar } from '../../parts/bar';
import { cx } from '../../parts/cx';
import { Mark } from '../../parts/marks/mark';
import { Panel } from '../../parts/panel/panel';
import { Empty } from '../../parts/panel/states';
import { useBids } from '../../store/bids';
import { useMarkers } from '../../store/feeds';
import { count, marksOf, timesOf, type TimeRow, type Times } from './times';
import styles from './waterfall.module.css';

interface LineProps {
  readonly row: TimeRow;
  readonly times: Times;
}

function Words({ row, widthMs }: { readonly row: TimeRow; readonly widthMs: number }) {
  const [from, to] = [row.fromMs / widthMs, row.toMs / widthMs];
  const side = row.kind === 'window' ? styles.inside : to > 0.6 ? styles.before : styles.after;
  return (
    <Bar from={from} to={to} className={cx(side, row.end === 'won' && styles.won)}>
      {row.words}
    </Bar>
  );
}

function Line({ row, times: { widthMs, closeMs } }: LineProps) {
  const [from, to] = [row.fromMs / widthMs, row.toMs / widthMs];
  return (
    <li className={styles.line}>
      <span className={styles.name}>{row.name}</span>
      <span className={styles.track}>
        {closeMs === null ? null : <Bar from={closeMs / widthMs} to={0} className={styles.close} />}
        <Bar from={from} to={to} className={styles[row.kind]} />
        <Words row={row} widthMs={widthMs} />
        {row.end === 'not counted' ? (
          <Bar from={to} to={to} className={styles.cross}>
            <Mark name="fault" />
          </Bar>
        ) : row.kind === 'bid' ? (
          <Bar from={to} to={to} className={styles.point} />
        ) : null}
      </span>
    </li>
  );
}

function Axis({ widthMs, closeMs }: Times) {
  const apart = (mark: number): boolean =>
    closeMs === null || Math.abs(mark - closeMs) / widthMs > 0.09;
  return (
    <div className={styles.axis} aria-hidden="true">
      <span className={styles.name} />
      <span className={styles.track}>
        {marksOf(widthMs).map((mark) => (
          <span key={mark} className={styles.mark}>
            <Bar from={mark / widthMs} to={0} className={styles.tick} />
            <Bar from={mark / widthMs} to={0} className={styles.label}>
              {apart(mark) ? count(mark) : ''}
            </Bar>
          </span>
        ))}
        {closeMs === null ? null : (
          <Bar from={closeMs / widthMs} to={0} className={styles.closing}>
            close {count(closeMs)}
          </Bar>
        )}
      </span>
    </div>
  );
}

function Foot({ auction, seed }: Props) {
  const late = auction.closeLatenessMs;
  return (
    <p className={styles.foot}>
      {auction.format.replaceAll('_', ' ')} price, rules {auction.ruleVersion}, ties by the seed
      {late === null ? '' : `, closed ${late.toFixed(1)} ms after its end`}
      {seed === null ? null : <span className={styles.seed}>{seed}</span>}
    </p>
  );
}

interface Props {
  readonly auction: Auction;
  /** The seed of the draw, its digest while the auction is open. */
  readonly seed: string | null;
}

/** The panel. */
export function Waterfall({ auction, seed }: Props) {
  const bids = useBids(auction);
  const marker = useMarkers(
    (state) => state.items.find((known) => known.id === auction.markerId) ?? null,
  );
  const times = timesOf({ auction, marker, bids });
  const hint = marker === null ? 'ms since it was created' : 'ms since the cue was heard';
  return (
    <Panel title="Waterfall" hint={hint} place="waterfall">
      {times.rows.length === 0 ? (
        <Empty title="Not open yet">It opens when another closes, if there is time left.</Empty>
      ) : (
        <>
          <div className={styles.fall} tabIndex={0} role="group" aria-label="Waterfall">
            <Axis {...times} />
            <ol>
              {times.rows.map((row) => (
                <Line key={row.key} row={row} times={times} />
              ))}
            </ol>
          </div>
          <Foot auction={auction} seed={seed} />
        </>
      )}
    </Panel>
  );
}
