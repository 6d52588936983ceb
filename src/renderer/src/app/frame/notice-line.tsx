// Owns the one line for notices: the gravest one, or the last quiet fact; while the desk is locked
// also the way out. Critical ones stay until acknowledged (Pause). Only they and changes of mode
// are spoken by a reader.
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import { Mark } from '../../parts/marks/mark';
import buttons from '../../parts/panel/panel.module.css';
import { moneyText } from '../../parts/text/money';
import { clockOf, clockText } from '../../parts/text/time';
import { modeName } from '../../parts/text/words';
import { Ticking } from '../../parts/ticking';
import { statusOf, useAuctions, useStatus } from '../../store/feeds';
import { useLock } from '../../store/lock';
import { acknowledge, type Notice } from '../../store/notices';
import { goToScreen, titleOf } from '../places';
import { useRoute } from '../route';
import { showSheet } from '../sheets/sheet-store';
import { TrustButton } from '../sheets/trust-button';
import { LockedWords, Unlock } from '../lock/lock-line';
import styles from './strips.module.css';
import { useTopNotice } from './use-open-notices';

/** The word of a level, and its mark. */
export const LEVEL_WORD = { critical: 'Critical', warning: 'Warning', info: 'Info' } as const;
export const LEVEL_MARK = { critical: 'fault', warning: 'triangle', info: null } as const;

function Quiet() {
  const sold = useAuctions((state) => state.items.find((auction) => auction.status === 'SOLD'));
  const { winner = null, priceCents = null } = sold ?? {};
  const last =
    sold === undefined || winner === null || priceCents === null
      ? ''
      : ` Last: ${clockOf(sold.closedAt)} ${sold.id} sold to ${winner.name} for ` +
        `${moneyText(priceCents, sold.currency)}.`;
  return (
    <>
      <span className={styles.level}>Quiet</span>
      <span className={styles.text}>No notices.{last}</span>
    </>
  );
}

/** How long it still stands there; nothing for what stays. */
function Leaves({ untilMonoMs }: { readonly untilMonoMs: number | null }) {
  if (untilMonoMs === null) return null;
  const left = (): string =>
    `${Math.max(0, Math.ceil((untilMonoMs - performance.now()) / 1000))} s`;
  return <Ticking className={styles.leaves} text={left} />;
}

/** Leads to where something can be done; nothing where it is open already. */
export function OpenIn({ notice }: { readonly notice: Notice }) {
  const { opens } = notice;
  const here = useRoute((route) => route.screen);
  if (opens === undefined || opens === here) return null;
  return (
    <button
      type="button"
      className={cx(buttons.button, buttons.small)}
      onClick={() => {
        showSheet(null);
        goToScreen(opens);
      }}
    >
      Open in {titleOf(opens)}
    </button>
  );
}

function Shown({ notice }: { readonly notice: Notice }) {
  const { level, atMs, over } = notice;
  const at = atMs === null ? '' : `${clockText(atMs)} \u00b7 `;
  const mark = LEVEL_MARK[level];
  return (
    <>
      <span className={styles.level}>
        {mark === null ? null : <Mark name={mark} />}
        {LEVEL_WORD[level]}
      </span>
      <span className={styles.text} title={notice.text}>
        {at}
        {over ? 'Over, not acknowledged: ' : ''}
        {notice.text}
      </span>
      <Leaves untilMonoMs={notice.untilMonoMs} />
      <TrustButton notice={notice} />
      <OpenIn notice={notice} />
      {level === 'info' ? null : (
        <button
          type="button"
          className={cx(buttons.button, buttons.small)}
          onClick={() => {
            acknowledge(notice.key);
          }}
        >
          Acknowledge <KeyCap>Pause</KeyCap>
        </button>
      )}
    </>
  );
}

/** The line, and what a reader speaks. */
export function NoticeLine() {
  const top = useTopNotice();
  const locked = useLock((lock) => lock.sinceMs !== null);
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const quiet = locked ? <LockedWords /> : <Quiet />;
  return (
    <section className={styles.line} aria-label="Notices">
      <div className={cx(styles.notice, styles[top?.level ?? 'info'])}>
        {top === null ? quiet : <Shown notice={top} />}
        {locked ? <Unlock /> : null}
      </div>
      <div className={styles.reader} aria-live="assertive">
        {top?.level === 'critical' ? top.text : ''}
      </div>
      <div className={styles.reader} aria-live="polite">
        {mode === null ? '' : `Mode ${modeName(mode)}`}
      </div>
    </section>
  );
}
