// Owns the panel that fires: the sentence of what will happen, its facts, the ring, and the ways
// out. While it is held the sentence stays in view. Refuses to fire what is not ready.
import { SURFACE } from '../../app/keys/surface';
import { capOf } from '../../app/keys/table';
import { cx } from '../../parts/cx';
import { HoldRing } from '../../parts/hold/hold-ring';
import { KeyCap } from '../../parts/marks/badge';
import { agoText } from '../../parts/text/time';
import { Ticking } from '../../parts/ticking';
import { useAtNow } from '../../parts/use-now';
import { useLock } from '../../store/lock';
import { say } from '../../store/notices';
import { useCueLog } from '../cue-log';
import { padName } from '../pads/pad-words';
import { armedLeftMs, type Arming, type Readiness } from './arming';
import { FireFacts } from './fire-facts';
import styles from './fire.module.css';
import { Ways, type WaysProps } from './ways';
import type { Mode } from '../../../../contract/status';
import type { TestCueResult } from '../../../../contract/auction';

interface Props extends WaysProps {
  readonly arming: Arming;
  readonly digit: number;
  readonly mode: Mode | null;
  readonly answer: TestCueResult | null;
  readonly sentence: string;
  readonly isNew: boolean;
  /** All that a hold is about: when it changes, the hold is let go. */
  readonly about: string;
  readonly onFire: () => void;
}

const OFF: Readonly<Record<Readiness, { word: string; why: string }>> = {
  off: { word: 'OFF', why: 'see why above' },
  empty: { word: 'OFF', why: 'no pad selected' },
  'dry only': { word: 'OFF', why: 'dry run only' },
  'arm first': { word: 'OFF', why: 'not armed' },
  ready: { word: 'WAIT', why: 'one a second' },
};

const LOCKED = { word: 'OFF', why: 'desk locked' };

function tellChanged(): void {
  say('warning', 'What the cue would do changed while it was held. It was let go; nothing fired.');
}

const NOT_READY: Readonly<Record<Exclude<Readiness, 'ready'>, string>> = {
  off: 'OFF',
  empty: '',
  'dry only': 'Dry run only',
  'arm first': 'Not armed',
};

function headText({ ready, arming, digit, mode }: Props): string {
  const { pad } = arming;
  if (pad === null) return 'Nothing selected';
  const name = `${digit} \u00b7 ${padName(pad)}`;
  if (ready === 'ready') return `${mode === 'ON_AIR' ? 'ARMED' : 'READY'} ${name}`;
  return `${NOT_READY[ready]} ${name}`;
}

function NextAllowed() {
  const nextMonoMs = useCueLog((log) => log.nextMonoMs);
  const text = (): string => {
    const leftMs = nextMonoMs - performance.now();
    return leftMs > 0 ? `next allowed in ${agoText(leftMs)}` : 'next allowed: now';
  };
  return (
    <p className={styles.limit}>
      <span>Engine limit: one manual cue a second</span>
      <Ticking text={text} />
    </p>
  );
}

function Ring({ props, isReady }: { readonly props: Props; readonly isReady: boolean }) {
  const nextMonoMs = useCueLog((log) => log.nextMonoMs);
  const waiting = useAtNow(() => performance.now() < nextMonoMs);
  const locked = useLock((lock) => lock.sinceMs !== null);
  const { pad } = props.arming;
  return (
    <div className={styles.ring}>
      <HoldRing
        label={isReady && pad !== null ? `Hold to fire ${padName(pad)}` : 'Hold to fire'}
        allowed={isReady && !waiting && !locked}
        off={locked ? LOCKED : OFF[props.ready]}
        describedBy="fire-consequence"
        byKey
        about={props.about}
        onChanged={tellChanged}
        onFire={props.onFire}
      />
      <span>
        Hold <KeyCap>{capOf(SURFACE, 'fire')}</KeyCap> or the ring for 0.8 s. Let go to stop.
      </span>
    </div>
  );
}

/** The panel. */
export function FirePanel(props: Props) {
  const { ready, arming, mode, answer, sentence, isNew } = props;
  const isReady = ready === 'ready';
  const left = (): string => agoText(armedLeftMs(arming, performance.now()));
  return (
    <section className={cx(styles.fire, isReady && styles.isReady)} aria-label="Fire">
      <div className={styles.band}>
        <h2>{headText(props)}</h2>
        {isReady && arming.untilMs !== null ? (
          <Ticking text={() => `disarms in ${left()}`} />
        ) : null}
      </div>
      <div className={styles.body}>
        <small>What will happen</small>
        <p id="fire-consequence" className={styles.sentence}>
          {sentence}
        </p>
        <div className={styles.facts}>
          {answer === null || mode === null ? null : <FireFacts {...{ answer, mode, isNew }} />}
        </div>
        <Ring props={props} isReady={isReady} />
        <Ways {...props} />
        <NextAllowed />
      </div>
    </section>
  );
}
