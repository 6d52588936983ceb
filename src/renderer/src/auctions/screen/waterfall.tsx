// Owns the waterfall: what took how long from the cue to the durable decision, every bid on its own
// line, the close as a dashed one. Refuses to show bids while they are sealed.
import type { Auction } from '../../../../contract/auction';
import { Bar } from '../../parts/bar';
import { Panel } from '../../parts/panel/panel';
import { Empty } from '../../parts/panel/states';
import { useBids } from '../../store/bids';
import { useMarkers } from '../../store/feeds';
import { marksOf, timesOf, type TimeRow } from './times';
import styles from './waterfall.module.css';

function Line({ row, widthMs }: { readonly row: TimeRow; readonly widthMs: number }) {
  const [from, to] = [row.fromMs / widthMs, row.toMs / widthMs];
  const side = to > 0.6 ? styles.before : styles.after;
  return (
    <li className={styles.line}>
      <span className={styles.name} title={row.name}>
        {row.name}
      </span>
      <span className={styles.track}>
        <Bar from={from} to={to} className={styles[row.kind]} />
        <Bar from={to} to={to} className={side}>
          {row.words}
        </Bar>
        {row.kind === 'bid' ? <Bar from={to} to={to} className={styles.point} /> : null}
      </span>
    </li>
  );
}

/** The panel. */
export function Waterfall({ auction }: { readonly auction: Auction }) {
  const bids = useBids(auction);
  const marker = useMarkers(
    (state) => state.items.find((known) => known.id === auction.markerId) ?? null,
  );
  const { rows, closeMs, widthMs } = timesOf({ auction, marker, bids });
  const late = auction.closeLatenessMs;
  const hint = marker === null ? 'ms since it was created' : 'ms since the cue was heard';
  return (
    <Panel title="Waterfall" hint={hint} place="waterfall">
      {rows.length === 0 ? (
        <Empty title="Not open yet">It opens when another closes, if there is time left.</Empty>
      ) : (
        <div className={styles.fall} tabIndex={0} role="group" aria-label="Waterfall">
          <div className={styles.axis} aria-hidden="true">
            <span className={styles.name} />
            <span className={styles.track}>
              {marksOf(widthMs).map((mark) => (
                <span key={mark} className={styles.mark}>
                  <Bar from={mark / widthMs} to={mark / widthMs} className={styles.tick} />
                  <Bar from={mark / widthMs} to={0} className={styles.label}>
                    {mark}
                  </Bar>
                </span>
              ))}
              {closeMs === null ? null : (
                <Bar from={closeMs / widthMs} to={closeMs / widthMs} className={styles.close} />
              )}
            </span>
            <span />
          </div>
          <ol>
            {rows.map((row) => (
              <Line key={row.key} row={row} widthMs={widthMs} />
            ))}
          </ol>
          <p className={styles.foot}>
            {auction.format.replaceAll('_', ' ')} price, rules {auction.ruleVersion}
            {late === null ? '' : `, closed ${late.toFixed(1)} ms after its end`}
          </p>
        </div>
      )}
    </Panel>
  );
}
