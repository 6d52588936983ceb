// Owns the rail: the places of the screen with their keys. Until there are more screens it leads to
// the panels of Live. Refuses links to screens that do not exist.
import { cx } from '../../parts/cx';
import { goTo, PLACES } from '../places';
import styles from './frame.module.css';

/** The rail. */
export function Rail() {
  return (
    <nav className={styles.rail} aria-label="Places">
      {PLACES.map((place) => (
        <button
          key={place.key}
          type="button"
          className={cx(place.place === 'slot' && styles.here)}
          aria-current={place.place === 'slot' ? 'page' : undefined}
          onClick={() => {
            goTo(place.place);
          }}
        >
          <kbd>G {place.key.toUpperCase()}</kbd>
          <span>{place.word}</span>
        </button>
      ))}
    </nav>
  );
}
