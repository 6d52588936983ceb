// Owns the drawing of the keyboard: what each key does in the chosen layer stands on it. For the
// eye only: a reader hears the list below it. Refuses a word on a key that does nothing here.
import { useRef, useState } from 'react';
import { Segments } from '../../../parts/controls/segments';
import { cx } from '../../../parts/cx';
import { useCssNumber } from '../../../parts/use-css-number';
import { SURFACE } from '../surface';
import styles from './key-map.module.css';
import { LAYERS, ROWS, rowsOn, shortOf, type DrawnKey, type Layer } from './layout';

function Key({ drawn, layer }: { readonly drawn: DrawnKey; readonly layer: Layer }) {
  const key = useRef<HTMLDivElement>(null);
  useCssNumber(key, '--span', drawn.span);
  const rows = rowsOn(SURFACE, layer, drawn);
  const held = rows.some((row) => row.held === true);
  const words = rows.map(shortOf).join(' \u00b7 ');
  return (
    <div
      ref={key}
      className={cx(styles.drawn, rows.length > 0 && styles.bound, held && styles.heldKey)}
    >
      <b>{drawn.cap}</b>
      <span>{words}</span>
    </div>
  );
}

/** The keyboard, with a choice of layers over it. */
export function Keyboard() {
  const [layer, setLayer] = useState<Layer>(SURFACE === 'desktop' ? 'alone' : 'after-g');
  return (
    <>
      <div className={styles.layers}>
        <Segments
          label="Keys"
          chosen={layer}
          choices={LAYERS.map(([name, words]) => [name, words] as const)}
          onChoose={setLayer}
        />
      </div>
      <div className={styles.keyboard} aria-hidden="true">
        {ROWS.map((row, at) => (
          <div key={at} className={styles.row}>
            {row.map((drawn, place) => (
              <Key key={place} drawn={drawn} layer={layer} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
