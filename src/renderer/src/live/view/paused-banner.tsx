// Owns the bar over the panel heads while the view is frozen: since when, that the engine goes on,
// and the way back. Refuses to let a frozen view pass for a live one.
import { useEffect } from 'react';
import { useAction } from '../../app/keys/use-action';
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import { Mark } from '../../parts/marks/mark';
import panels from '../../parts/panel/panel.module.css';
import { tenthsText } from '../../parts/text/time';
import styles from './paused-banner.module.css';
import { freeze, useFrozen } from './seen';

/** The bar, and the key that freezes; leaving the screen lets the view go on. */
export function PausedBanner() {
  const frozen = useFrozen((state) => state.frozen);
  useAction('view.freeze', () => {
    freeze(frozen === null);
  });
  useEffect(
    () => () => {
      freeze(false);
    },
    [],
  );
  if (frozen === null) return null;
  return (
    <section className={styles.banner} aria-label="Paused view" role="status">
      <strong>
        <Mark name="square" /> PAUSED VIEW, engine live
      </strong>
      <span>
        {frozen.atMs === null ? '' : `Shown as it was at ${tenthsText(frozen.atMs)} UTC.`}
      </span>
      <button
        type="button"
        className={cx(panels.button, panels.small)}
        onClick={() => {
          freeze(false);
        }}
      >
        Go on <KeyCap>P</KeyCap>
      </button>
    </section>
  );
}
