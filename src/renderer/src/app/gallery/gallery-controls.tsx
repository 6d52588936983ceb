// Owns the controls of the gallery: buttons, choices, facts, keys and rings in every state. Refuses
// to do anything: what is pressed or held here changes nothing.
import { Facts } from '../../parts/controls/facts';
import { Segments } from '../../parts/controls/segments';
import { cx } from '../../parts/cx';
import { HoldRing } from '../../parts/hold/hold-ring';
import { KeyCap } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import { SURFACE } from '../keys/surface';
import { capName, KEYS } from '../keys/table';
import { Shelf } from './shelf';

/** What every control of the gallery does. */
export function nothing(): void {
  // The gallery shows parts; none of them does anything here.
}

/** Buttons, choices, facts and keys. */
export function Controls() {
  return (
    <>
      <Shelf title="Buttons">
        <button type="button" className={panels.button}>
          Rest
        </button>
        <button type="button" className={cx(panels.button, panels.primary)}>
          The one primary
        </button>
        <button type="button" className={panels.button} disabled>
          Off, says why beside it
        </button>
        <button type="button" className={cx(panels.button, panels.small)}>
          With its key <KeyCap>X</KeyCap>
        </button>
        <Segments
          label="Choices"
          chosen="one"
          choices={[
            ['one', 'Chosen 3'],
            ['two', 'Other 1'],
          ]}
          onChoose={nothing}
        />
      </Shelf>
      <Shelf title="Facts and keys">
        <Facts
          rows={[
            ['Price', '14,250.00 USD'],
            ['Order', 'CB-OB7-0216', 'id'],
          ]}
        />
        {KEYS.map((row) => (
          <KeyCap key={row.action}>{capName(row[SURFACE][0] ?? '')}</KeyCap>
        ))}
      </Shelf>
    </>
  );
}

/** Rings: armed, off, waiting. */
export function Rings() {
  return (
    <Shelf title="Hold to fire">
      <HoldRing
        label="Armed ring, fires nothing"
        allowed
        off={{ word: '', why: '' }}
        describedBy="gallery-ring"
        onFire={nothing}
      />
      <HoldRing
        label="Ring that is off"
        allowed={false}
        off={{ word: 'OFF', why: 'not armed' }}
        describedBy="gallery-ring"
        onFire={nothing}
      />
      <HoldRing
        label="Ring that waits"
        allowed={false}
        off={{ word: 'WAIT', why: '1 a second' }}
        describedBy="gallery-ring"
        onFire={nothing}
      />
      <p id="gallery-ring">Held 0.8 s here, a ring fires nothing.</p>
    </Shelf>
  );
}
