// Owns the map of keys that ? shows: the keyboard as drawn, every action with its caps, as this
// surface has them, and the look. Refuses to show a key that does nothing here.
import { KeyCap } from '../../../parts/marks/badge';
import { LookChoice } from '../../look/look-choice';
import { Sheet } from '../../sheets/sheet';
import { SURFACE } from '../surface';
import { capName, KEYS, type KeyRow } from '../table';
import styles from './key-map.module.css';
import { Keyboard } from './keyboard';

const GROUPS = ['Screens', 'Everywhere', 'Live', 'Lists', 'Manual cue', 'Values'] as const;

function Caps({ row }: { readonly row: KeyRow }) {
  return (
    <li>
      <span className={styles.caps}>
        {row[SURFACE].map((name) => (
          <KeyCap key={name}>{capName(name)}</KeyCap>
        ))}
      </span>
      <span>{row.words}</span>
    </li>
  );
}

/** The map, as a sheet over the screen. */
export function KeyMap() {
  return (
    <Sheet
      title={`Keys in ${SURFACE === 'desktop' ? 'the app' : 'a browser'}`}
      className={styles.map}
      end={<LookChoice />}
    >
      <Keyboard />
      <div className={styles.groups} tabIndex={0} role="group" aria-label="Every key">
        {GROUPS.filter((group) => KEYS.some((row) => row.group === group)).map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <ul>
              {KEYS.filter((row) => row.group === group).map((row) => (
                <Caps key={row.action} row={row} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p>Off in text fields; Esc leaves the field. Space and Enter never fire anything.</p>
    </Sheet>
  );
}
