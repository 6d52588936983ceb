// Owns the bar over the panel heads while nothing on the screen is live: for how long, since when,
// and what is being done. Refuses to leave the numbers undated.
import { isDown, nextTryText, useEngineNews } from '../../link/engine-news';
import { agoText, tenthsText } from '../../parts/text/time';
import { Ticking } from '../../parts/ticking';
import { silenceMs, useVitals } from '../../store/vitals';
import styles from './strips.module.css';

/** Why the engine's process is down and when it is tried again, as the desktop host tells it. */
function Down() {
  const heard = useEngineNews();
  const why = heard.news?.why?.replace(/\.$/u, '');
  return (
    <>
      {why}; <Ticking text={() => `${nextTryText(heard, performance.now())}.`} />
    </>
  );
}

/** The bar; nothing while the engine speaks. */
export function StaleBar() {
  const { stale, wordAtMs, attempt, refusal, phase } = useVitals();
  const down = useEngineNews(isDown);
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
        <b>Nothing here is live.</b> {word} {down ? <Down /> : (refusal ?? trying)}
      </span>
    </section>
  );
}
