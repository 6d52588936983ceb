// Owns the ring, the sentence of what will happen, which stays in view while it is held, and the
// line of what became of it. Refuses to fire without a selected event, or within the engine's
// limit.
import type { Mode } from '../../../contract/status';
import { HoldRing } from '../parts/hold/hold-ring';
import { agoText, clockText } from '../parts/text/time';
import { eventName } from '../parts/text/words';
import { Ticking } from '../parts/ticking';
import { useAtNow } from '../parts/use-now';
import { statusOf, useAuctions, useStatus } from '../store/feeds';
import { becameText } from './became';
import { useCueLog, type CueDraft } from './cue-log';
import styles from './cue-pad.module.css';
import { whatHappens } from './pad-rules';

interface Props {
  readonly draft: CueDraft;
  readonly off: string | null;
  readonly untilMs: number | null;
  readonly onFire: () => void;
}

function sentence(draft: CueDraft, off: string | null, mode: Mode | null): string {
  if (off !== null || mode === null) return off ?? 'No word from the engine.';
  if (draft.eventType === '') return 'Select an event. Selecting fires nothing.';
  return whatHappens({ eventType: draft.eventType, team: draft.teamId.trim(), mode });
}

/** The last cues fired from here. */
function Became() {
  const fired = useCueLog((log) => log.fired);
  const auctions = useAuctions((state) => state.items);
  if (fired.length === 0)
    return <p className={styles.none}>No manual cue fired from this console.</p>;
  return (
    <ol className={styles.became} aria-label="Manual cues, newest first">
      {fired.slice(0, 5).map((cue) => {
        const text = becameText(cue, auctions);
        const at = cue.atMs === null ? '' : clockText(cue.atMs);
        return (
          <li key={cue.n} title={text}>
            <span>{at}</span> <b>{eventName(cue.eventType)}</b> {text}
          </li>
        );
      })}
    </ol>
  );
}

function offWords(off: string | null, waiting: boolean): { word: string; why: string } {
  if (off !== null) return { word: 'OFF', why: 'see why' };
  return waiting ? { word: 'WAIT', why: '1 a second' } : { word: 'OFF', why: 'no event' };
}

/** The lower part of the pad. */
export function FireRow({ draft, off, untilMs, onFire }: Props) {
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const nextMonoMs = useCueLog((log) => log.nextMonoMs);
  const waiting = useAtNow(() => performance.now() < nextMonoMs);
  const selected = draft.eventType !== '';
  const armedText = (): string =>
    untilMs === null ? '' : `Disarms in ${agoText(untilMs - performance.now())}.`;
  return (
    <div className={styles.fire}>
      <HoldRing
        label={selected ? `Hold to fire ${eventName(draft.eventType)}` : 'Hold to fire'}
        allowed={off === null && selected && !waiting}
        off={offWords(off, waiting)}
        describedBy="cue-consequence"
        onFire={onFire}
      />
      <div className={styles.consequence}>
        <p id="cue-consequence">{sentence(draft, off, mode)}</p>
        {off === null && selected && untilMs !== null ? (
          <Ticking className={styles.armedFor} text={armedText} />
        ) : null}
        <Became />
      </div>
    </div>
  );
}
