// Owns the rail: the screens with their keys, and how many things wait on each. Refuses links to
// screens that do not exist.
import type { MouseEvent } from 'react';
import { cx } from '../../parts/cx';
import { useHealth } from '../../store/answers';
import { statusOf, useMarkers, useStatus } from '../../store/feeds';
import { SURFACE } from '../keys/surface';
import { capOf } from '../keys/table';
import { goToScreen, PLACES, type Place } from '../places';
import { addressOf, useRoute, type Screen } from '../route';
import styles from './frame.module.css';
import { RailTools } from './rail-tools';
import { waitingOn } from './waiting-on';

function useWaiting(screen: Screen): number {
  const status = useStatus(statusOf);
  const health = useHealth((state) => state.value);
  const held = useMarkers(
    (state) => state.items.filter((marker) => marker.status === 'QUARANTINED').length,
  );
  return waitingOn(screen, { held, status, health });
}

function Item({ place }: { readonly place: Place }) {
  const here = useRoute(({ screen }) => `${screen}/`.startsWith(`${place.screen}/`));
  const waiting = useWaiting(place.screen);
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goToScreen(place.screen);
  };
  return (
    <a
      href={addressOf({ screen: place.screen, pick: null })}
      className={cx(here && styles.here)}
      aria-current={here ? 'page' : undefined}
      onClick={open}
    >
      <kbd>{capOf(SURFACE, `screen.${place.screen}`)}</kbd>
      <span>{place.word}</span>
      {waiting === 0 ? null : (
        <b className={styles.waits}>
          {waiting}
          <span className={styles.reader}> waiting</span>
        </b>
      )}
    </a>
  );
}

/** The rail. */
export function Rail() {
  return (
    <nav className={styles.rail} aria-label="Screens">
      {PLACES.map((place) => (
        <Item key={place.screen} place={place} />
      ))}
      <RailTools />
    </nav>
  );
}
