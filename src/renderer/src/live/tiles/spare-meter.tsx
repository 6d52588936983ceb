// Owns the meter of spare time: what was left between decision and air-by, of all there was since
// the cue; amber from where less than half a second is left. Refuses to warn by colour alone.
import { useRef } from 'react';
import type { Auction } from '../../../../contract/auction';
import { Mark } from '../../parts/marks/mark';
import { countText } from '../../parts/text/money';
import { useCssNumber } from '../../parts/use-css-number';
import styles from './price.module.css';
import { SHORT_MS, spareOf } from '../slots';

/** The meter of a decided slot. */
export function SpareMeter({ auction }: { readonly auction: Auction }) {
  const bar = useRef<HTMLDivElement>(null);
  const spare = spareOf(auction);
  useCssNumber(bar, '--value', spare === null ? 0 : spare.spareMs / spare.ofMs);
  useCssNumber(bar, '--short', spare === null ? 0 : Math.min(1, SHORT_MS / spare.ofMs));
  if (spare === null) return null;
  const short = spare.spareMs < SHORT_MS;
  return (
    <div className={styles.spare}>
      <span>
        {auction.slot.spliceAt === undefined ? 'Spare before air-by' : 'Spare before splice'}
      </span>
      <span className={short ? styles.shortOf : undefined}>
        {short ? <Mark name="triangle" /> : null}
        <b>{countText(Math.round(spare.spareMs))}</b> ms of {countText(Math.round(spare.ofMs))}
      </span>
      <div ref={bar} className={styles.meter}>
        <i className={styles.fill} data-ink="" />
        <i className={styles.zone} data-ink="" />
        <i className={styles.needle} data-ink="" />
      </div>
    </div>
  );
}
