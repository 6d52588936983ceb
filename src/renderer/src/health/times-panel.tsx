// Owns how long things take: the loop's delay and the latencies with p50, p99 and worst, a trail of
// two minutes, and the queues. Refuses a figure that nobody measured.
import type { LiveStats } from '../../../contract/status';
import { cx } from '../parts/cx';
import { Mark } from '../parts/marks/mark';
import { Panel } from '../parts/panel/panel';
import { Loading } from '../parts/panel/states';
import { countText } from '../parts/text/money';
import { statusOf, useStatus } from '../store/feeds';
import { fixOfLoop, fixOfQueue, LOOP_MOST_MS } from './how-to-fix';
import styles from './health.module.css';
import { pointsOf, type Sample } from './trail';
import { useTrails } from './trails';

const TOP_MS = LOOP_MOST_MS * 2;

function Trail({ trail, label }: { readonly trail: readonly Sample[]; readonly label: string }) {
  return (
    <svg
      className={styles.trail}
      viewBox="0 0 100 30"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}, last two minutes`}
    >
      <line className={styles.limit} x1="0" x2="100" y1="15" y2="15" />
      <polyline className={styles.drawn} points={pointsOf(trail, TOP_MS)} />
    </svg>
  );
}

const LATENCIES = [
  ['receiveToDurable', 'Heard to durable'],
  ['receiveToOpen', 'Heard to open'],
  ['closeToDurable', 'Close to durable'],
  ['closeLateness', 'Close after its end'],
] as const;

function ms(value: number): string {
  return value.toFixed(1);
}

function Latencies({ status }: { readonly status: LiveStats }) {
  const { loop, durable } = useTrails();
  const { p50, p99 } = status.loopDelayMs;
  const slow = fixOfLoop(p99);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Last two minutes, dashed: {LOOP_MOST_MS} ms</th>
          {['p50 ms', 'p99 ms', 'worst'].map((title) => (
            <th key={title} scope="col" className={styles.figure}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className={cx(slow !== null && styles.look)}>
          <th scope="row">Loop delay</th>
          <td>
            <Trail trail={loop} label="Loop delay p99" />
          </td>
          <td className={styles.figure}>{ms(p50)}</td>
          <td className={styles.figure}>
            {slow === null ? null : <Mark name="triangle" />} <b>{ms(p99)}</b>
          </td>
          <td className={styles.figure}>–</td>
        </tr>
        {LATENCIES.map(([key, name]) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              {key === 'receiveToDurable' ? (
                <Trail trail={durable} label="Heard to durable p99" />
              ) : null}
            </td>
            <td className={styles.figure}>{ms(status.latencyMs[key].p50)}</td>
            <td className={styles.figure}>
              <b>{ms(status.latencyMs[key].p99)}</b>
            </td>
            <td className={styles.figure}>{ms(status.latencyMs[key].max)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const QUEUES = [
  ['intake', 'Cues not decided'],
  ['store', 'Rows not durable'],
  ['payments', 'Charges not sent'],
  ['feeds', 'Consoles waiting'],
] as const;

/** The panel of times. */
export function TimesPanel() {
  const status = useStatus(statusOf);
  const slow = status === null ? null : fixOfLoop(status.loopDelayMs.p99);
  return (
    <Panel title="How long things take" hint={slow ?? 'measured by the engine'} place="times">
      {status === null ? (
        <Loading rows={5} />
      ) : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="How long things take">
          <Latencies status={status} />
        </div>
      )}
    </Panel>
  );
}

/** The panel of queues. */
export function QueuesPanel() {
  const status = useStatus(statusOf);
  return (
    <Panel title="Queues" hint="what waits now" place="queues">
      {status === null ? (
        <Loading rows={4} />
      ) : (
        <ul className={styles.queues}>
          {QUEUES.map(([key, name]) => {
            const fix = fixOfQueue(key, status.queues[key]);
            return (
              <li key={key} className={cx(fix !== null && styles.look)}>
                <span>{name}</span>
                <b>{countText(status.queues[key])}</b>
                {fix === null ? null : <small>{fix}</small>}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
