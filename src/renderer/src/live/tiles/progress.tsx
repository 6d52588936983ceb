// Owns the bar under a countdown: how much of the span has passed by the engine's time, drawn each
// frame through a CSS variable. Refuses to run on when the engine is silent or the view is frozen.
import { useLayoutEffect, useRef } from 'react';
import { cx } from '../../parts/cx';
import { sharePassed } from '../../parts/text/countdown';
import { epochMs } from '../../parts/text/time';
import { eachTenth } from '../../store/vitals';
import { seenNowMs } from '../view/seen';
import styles from './progress.module.css';

interface Props {
  readonly from: string | null;
  readonly to: string | null;
  readonly open?: boolean;
}

/** A bar from one moment to another. */
export function Progress({ from, to, open = false }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const span = { fromMs: epochMs(from), toMs: epochMs(to) };
    const draw = (): void => {
      const share = sharePassed({ ...span, nowMs: seenNowMs() });
      bar.current?.style.setProperty('--value', share.toFixed(4));
    };
    draw();
    return eachTenth(draw);
  }, [from, to]);
  return (
    <div ref={bar} className={cx(styles.progress, open && styles.opened)}>
      <i data-ink="" />
    </div>
  );
}
