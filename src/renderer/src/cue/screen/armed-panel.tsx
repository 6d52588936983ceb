// Owns the panel that arms and fires: the sentence of what will happen, its facts, the ring, and
// the ways out. While it is held the sentence stays in view. Refuses to fire what is not armed.
import type { PriceBook } from '../../../../contract/price-book';
import { SURFACE } from '../../app/keys/surface';
import { capOf } from '../../app/keys/table';
import { cx } from '../../parts/cx';
import { Facts } from '../../parts/controls/facts';
import { HoldRing } from '../../parts/hold/hold-ring';
import { KeyCap } from '../../parts/marks/badge';
import { Mark } from '../../parts/marks/mark';
import panels from '../../parts/panel/panel.module.css';
import { amountText, factorText } from '../../parts/text/money';
import { agoText } from '../../parts/text/time';
import { eventName, FLAGS, modeName, plural } from '../../parts/text/words';
import { Ticking } from '../../parts/ticking';
import { useAtNow } from '../../parts/use-now';
import { statusOf, useStatus } from '../../store/feeds';
import { useCueLog, type CueDraft } from '../cue-log';
import { whatHappens } from '../pad-rules';
import { armedLeftMs, type Arming } from './arming';
import styles from './cue-screen.module.css';

interface Props {
  readonly draft: CueDraft;
  readonly book: PriceBook;
  readonly arming: Arming;
  readonly off: string | null;
  readonly onArm: () => void;
  readonly onDisarm: () => void;
  readonly onFire: () => void;
}

function useSentence({ draft, off }: Pick<Props, 'draft' | 'off'>): string {
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  if (off !== null || mode === null) return off ?? 'No word from the engine.';
  if (draft.eventType === '') return 'Select a pad. Selecting fires nothing.';
  return whatHappens({ eventType: draft.eventType, team: draft.teamId.trim(), mode });
}

function factorsText(draft: CueDraft, book: PriceBook): string {
  const names = { isOvertime: 'is_overtime', isPlayoffs: 'is_playoffs', isFinals: 'is_finals' };
  const others = { starPlayer: 'star_player', closeGame: 'close_game' };
  const last = { rivalry: 'rivalry', latePeriod: 'late_period' };
  const modifiers = { ...names, ...others, ...last } as const;
  const set = FLAGS.filter(([flag]) => draft.flags.has(flag)).map(([flag, word]) => {
    const bps = book.modifiers[modifiers[flag] as keyof PriceBook['modifiers']];
    return `${word} \u00d7${factorText(bps)}`;
  });
  return set.length === 0 ? 'none stated' : set.join(', ');
}

function What({ draft, book }: Pick<Props, 'draft' | 'book'>) {
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const price = book.events[draft.eventType];
  if (price === undefined || mode === null) return null;
  return (
    <Facts
      rows={[
        ['Sells', `${eventName(draft.eventType)}, ${price.slotMs / 1000} s slot`],
        ['Base', `${amountText(price.baseCents, book.currency)} ${book.currency}`],
        ['Factors', factorsText(draft, book)],
        ['Mode', modeName(mode)],
        ['Money', mode === 'ON_AIR' ? 'the winner owes the price' : 'nothing is charged'],
        ['Goes to', 'this engine only, the way every cue goes'],
        ['Stamped', 'source manual, a new id'],
      ]}
    />
  );
}

function OpenNow() {
  const open = useStatus((state) => statusOf(state)?.auctions.open ?? 0);
  if (open === 0) return null;
  return (
    <p className={styles.warns}>
      <Mark name="triangle" />
      {plural(open, 'auction is', 'auctions are')} still open. This would be one more.
    </p>
  );
}

function offWords(props: Props, waiting: boolean): { word: string; why: string } {
  if (props.off !== null) return { word: 'OFF', why: 'see why' };
  if (waiting) return { word: 'WAIT', why: '1 a second' };
  return { word: 'OFF', why: props.draft.eventType === '' ? 'no pad' : 'not armed' };
}

/** The panel. */
export function ArmedPanel(props: Props) {
  const { draft, book, arming, off, onArm, onDisarm, onFire } = props;
  const nextMonoMs = useCueLog((log) => log.nextMonoMs);
  const waiting = useAtNow(() => performance.now() < nextMonoMs);
  const isArmed = arming.untilMs !== null && off === null;
  const sentence = useSentence(props);
  const left = (): string => agoText(armedLeftMs(arming, performance.now()));
  return (
    <section className={cx(styles.armed, isArmed && styles.isArmed)} aria-label="Fire">
      <div className={styles.band}>
        <h2>{isArmed ? `ARMED ${eventName(draft.eventType)}` : 'Not armed'}</h2>
        {isArmed ? <Ticking text={() => `disarms in ${left()}`} /> : null}
      </div>
      <div className={styles.body}>
        <small>What will happen</small>
        <p id="fire-consequence" className={styles.sentence}>
          {sentence}
        </p>
        <What draft={draft} book={book} />
        <OpenNow />
        <div className={styles.ring}>
          <HoldRing
            label={isArmed ? `Hold to fire ${eventName(draft.eventType)}` : 'Hold to fire'}
            allowed={isArmed && !waiting}
            off={offWords(props, waiting)}
            describedBy="fire-consequence"
            byKey
            onFire={onFire}
          />
          <span>
            Hold <KeyCap>{capOf(SURFACE, 'fire')}</KeyCap> or the ring for 0.8 s. Let go to stop.
          </span>
        </div>
        <div className={styles.ways}>
          <button
            type="button"
            className={panels.button}
            disabled={off !== null || draft.eventType === '' || isArmed}
            onClick={onArm}
          >
            Arm for 10 s <KeyCap>A</KeyCap>
          </button>
          <button type="button" className={panels.button} disabled={!isArmed} onClick={onDisarm}>
            Disarm <KeyCap>Esc</KeyCap>
          </button>
        </div>
      </div>
    </section>
  );
}
