// Owns the one line for notices: the gravest open one, or the last quiet fact. Critical ones stay
// until acknowledged (Pause). Only they and changes of mode are spoken by a reader.
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import { Mark } from '../../parts/marks/mark';
import buttons from '../../parts/panel/panel.module.css';
import { moneyText } from '../../parts/text/money';
import { clockOf, clockText } from '../../parts/text/time';
import { modeName } from '../../parts/text/words';
import { statusOf, useAuctions, useStatus } from '../../store/feeds';
import { acknowledge, topNotice, type Notice } from '../../store/notices';
import styles from './strips.module.css';
import { useOpenNotices } from './use-open-notices';

const WORDS = { critical: 'Critical', warning: 'Warning', info: 'Info' } as const;

function Quiet() {
  const sold = useAuctions((state) => state.items.find((auction) => auction.status === 'SOLD'));
  const { winner = null, priceCents = null } = sold ?? {};
  const last =
    sold === undefined || winner === null || priceCents === null
      ? ''
      : ` Last: ${clockOf(sold.closedAt)} ${sold.id} sold to ${winner.name} for ` +
        `${moneyText(priceCents, sold.currency)}.`;
  return (
    <div className={cx(styles.notice, styles.info)}>
      <span className={styles.level}>Quiet</span>
      <span className={styles.text}>No notices.{last}</span>
    </div>
  );
}

function Shown({ notice }: { readonly notice: Notice }) {
  const at = notice.atMs === null ? '' : `${clockText(notice.atMs)} \u00b7 `;
  return (
    <div className={cx(styles.notice, styles[notice.level])}>
      <span className={styles.level}>
        {notice.level === 'info' ? null : (
          <Mark name={notice.level === 'critical' ? 'fault' : 'triangle'} />
        )}
        {WORDS[notice.level]}
      </span>
      <span className={styles.text}>
        {at}
        {notice.text}
      </span>
      {notice.level === 'info' ? null : (
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
    </div>
  );
}

/** The line, and what a reader speaks. */
export function NoticeLine() {
  const top = topNotice(useOpenNotices());
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  return (
    <section className={styles.line} aria-label="Notices">
      {top === null ? <Quiet /> : <Shown notice={top} />}
      <div className={styles.reader} aria-live="assertive">
        {top?.level === 'critical' ? top.text : ''}
      </div>
      <div className={styles.reader} aria-live="polite">
        {mode === null ? '' : `Mode ${modeName(mode)}`}
      </div>
    </section>
  );
}
