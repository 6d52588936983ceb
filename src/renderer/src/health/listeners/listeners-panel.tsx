// Owns the table of listeners: where each is bound, what it counted, its state and how to mend it.
// Refuses to call a silent listener well without saying that it is silent.
import { cx } from '../../parts/cx';
import { Badge } from '../../parts/marks/badge';
import { Mark } from '../../parts/marks/mark';
import { Panel } from '../../parts/panel/panel';
import { Awaited } from '../../parts/panel/awaited';
import { Empty } from '../../parts/panel/states';
import { countText } from '../../parts/text/money';
import { agoText, clockOf, epochMs } from '../../parts/text/time';
import { Ticking } from '../../parts/ticking';
import { statusOf, useStatus } from '../../store/feeds';
import { engineNowMs } from '../../store/vitals';
import type { Listener } from '../../../../contract/status';
import { fixOfListener, noteOfListeners } from '../how-to-fix';
import styles from '../health.module.css';
import { ListenerSwitch } from './listener-switch';

const LOOK = {
  listening: ['plain', 'tick'],
  stopped: ['outlined', 'square'],
  fault: ['fault', 'fault'],
} as const;

function ago(listener: Listener): string {
  const [lastMs, nowMs] = [epochMs(listener.lastPacketAt), engineNowMs()];
  return lastMs === null || nowMs === null ? 'none yet' : `${agoText(nowMs - lastMs)} ago`;
}

/** What to do about the listeners, in one line that is always there, so that nothing jumps. */
function Foot({ listeners }: { readonly listeners: readonly Listener[] }) {
  const { text, look } = noteOfListeners(listeners);
  return (
    <p className={cx(styles.foot, look && styles.lookFoot)}>
      {look ? <Mark name="triangle" /> : null}
      {text}
    </p>
  );
}

interface RowProps {
  readonly listener: Listener;
  /** Some listener has heard a packet. */
  readonly heard: boolean;
}

function Row({ listener, heard }: RowProps) {
  const [tone, mark] = LOOK[listener.state];
  const fix = fixOfListener(listener, heard);
  const { packets, accepted, duplicates, rejected, heartbeats, kernelDrops, protocol } = listener;
  return (
    <tr className={cx(fix !== null && styles.look)}>
      <th scope="row" title={listener.id}>
        {listener.name ?? listener.id}
      </th>
      <td>
        {listener.address}:{listener.port} {listener.protocol}
      </td>
      {[packets, accepted, duplicates, rejected, heartbeats].map((count, at) => (
        <td key={at} className={styles.figure}>
          {countText(count)}
        </td>
      ))}
      <td className={styles.figure}>
        {kernelDrops ?? (protocol === 'udp' ? 'not told' : '\u2013')}
      </td>
      <td className={styles.figure}>
        <Ticking text={() => ago(listener)} />
      </td>
      <td>
        <span className={styles.state}>
          <Badge tone={tone} mark={mark} word={listener.state} />
          {listener.since === undefined ? null : (
            <span className={styles.faint}>{clockOf(listener.since)}</span>
          )}
        </span>
      </td>
      <td>
        <ListenerSwitch listener={listener} />
      </td>
    </tr>
  );
}

const COUNTS = ['Packets', 'Accepted', 'Copies', 'Rejected', 'Alive', 'Dropped', 'Last packet'];

/** The panel. */
export function ListenersPanel() {
  const listeners = useStatus((state) => statusOf(state)?.listeners ?? null);
  const heard = listeners?.some(({ packets }) => packets > 0) ?? false;
  return (
    <Panel
      title="Listeners"
      hint="since the start; dropped: by the system, before it was read"
      place="health"
    >
      {listeners === null ? (
        <Awaited feed="status" rows={2} />
      ) : listeners.length === 0 ? (
        <Empty title="No listener is set up">Cues cannot arrive. Start with --udp HOST:PORT.</Empty>
      ) : (
        <>
          <div className={styles.scroll} tabIndex={0} role="group" aria-label="Listeners">
            <table className={cx(styles.table, styles.dense)}>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Bound to</th>
                  {COUNTS.map((title) => (
                    <th key={title} scope="col" className={styles.figure}>
                      {title}
                    </th>
                  ))}
                  <th scope="col">State and since</th>
                  <th scope="col">
                    <span className={styles.reader}>Start or stop</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {listeners.map((listener) => (
                  <Row key={listener.id} listener={listener} heard={heard} />
                ))}
              </tbody>
            </table>
          </div>
          <Foot listeners={listeners} />
        </>
      )}
    </Panel>
  );
}
