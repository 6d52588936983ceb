// Owns the small bars of spare time over the last slots, and the word when the margin erodes: that
// comes before it is gone. Refuses to warn by colour alone.
import { Bar } from '../../parts/bar';
import { Mark } from '../../parts/marks/mark';
import { useSeenAuctions } from '../view/seen';
import { spareTrend } from '../slots';
import styles from './price.module.css';

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The trend; nothing before a slot was decided. */
export function SpareTrend() {
  const { items } = useSeenAuctions();
  const { shares, erodes, beforeShare, nowShare } = spareTrend(items);
  if (shares.length === 0) return null;
  const words = `${percent(beforeShare)} \u2192 ${percent(nowShare)}`;
  return (
    <div className={styles.trend}>
      {erodes ? (
        <span className={styles.shortOf}>
          <Mark name="triangle" /> <b>Margin erodes</b> {words} of pre-roll
        </span>
      ) : (
        <span>Last {shares.length}, share of pre-roll</span>
      )}
      <span className={styles.shares} aria-hidden="true">
        {shares.map((share, at) => (
          <Bar key={at} from={0} to={share} className={styles.share} />
        ))}
      </span>
    </div>
  );
}
