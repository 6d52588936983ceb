// Owns the bar over the panel heads while nothing on the screen is live: for how long, since when,
// and what is being done. Refuses to leave the numbers undated.
import { agoText, tenthsText } from '../../parts/text/time';
import { Ticking } from '../../parts/ticking';
import { silenceMs, useVitals } from '../../store/vitals';
import styles from './strips.module.css';

/** The bar; nothing while the engine speaks. */
export function StaleBar() {
  const { stale, wordAtMs, attempt, refusal, phase } = useVitals();
  if (!stale) return null;
  const word =
    wordAtMs === null
      ? 'The engine has not spoken yet.'
      : `Last word from the engine ${tenthsText(wordAtMs)}.`;
  const trying =
    phase === 'linked' ? 'Waiting for its answer.' : `Trying again, attempt ${attempt}.`;
  return (
    <section className={styles.stalebar} aria-label="Stale">
      <strong>
        STALE <Ticking text={() => agoText(silenceMs())} />
      </strong>
      <span>
        <b>Nothing here is live.</b> {word} {refusal ?? trying}
      </span>
    </section>
  );
}
