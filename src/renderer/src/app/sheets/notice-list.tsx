// Owns the list of notices: all that were raised, newest first, with what became of each. Refuses
// to end a critical one by being read: it is acknowledged by hand.
import { cx } from '../../parts/cx';
import { Mark } from '../../parts/marks/mark';
import buttons from '../../parts/panel/panel.module.css';
import { Empty } from '../../parts/panel/states';
import { clockText } from '../../parts/text/time';
import { acknowledge, useNotices, type Notice } from '../../store/notices';
import { LEVEL_MARK, LEVEL_WORD, OpenIn } from '../frame/notice-line';
import { Sheet } from './sheet';
import styles from './sheet.module.css';
import { TrustButton } from './trust-button';

function becameOf({ cause, over, acknowledged }: Notice): string {
  if (cause === null) return acknowledged ? 'acknowledged' : 'said once';
  if (over) return acknowledged ? 'over' : 'over, not acknowledged';
  return acknowledged ? 'holds, acknowledged' : 'holds';
}

function Row({ notice }: { readonly notice: Notice }) {
  const { level, text, atMs, acknowledged, key } = notice;
  const mark = LEVEL_MARK[level];
  const past = notice.over || (notice.cause === null && level !== 'critical');
  return (
    <li className={cx(styles[level], past && styles.past)}>
      <time>{atMs === null ? '\u2013' : clockText(atMs)}</time>
      <span className={styles.level}>
        {mark === null ? null : <Mark name={mark} />}
        {LEVEL_WORD[level]}
      </span>
      <span>
        {text} <TrustButton notice={notice} /> <OpenIn notice={notice} />
      </span>
      {level === 'critical' && !acknowledged ? (
        <button
          type="button"
          className={cx(buttons.button, buttons.small)}
          onClick={() => {
            acknowledge(key);
          }}
        >
          Acknowledge
        </button>
      ) : (
        <span className={styles.state}>{becameOf(notice)}</span>
      )}
    </li>
  );
}

/** The sheet. */
export function NoticeList() {
  const { list } = useNotices();
  return (
    <Sheet title="Notices">
      {list.length === 0 ? (
        <Empty title="No notices since this page was opened">
          Faults, warnings and answers are kept here after they left the line.
        </Empty>
      ) : (
        <ul className={styles.list} aria-label="Notices, newest first" tabIndex={0}>
          {list.toReversed().map((notice) => (
            <Row key={notice.key} notice={notice} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}
