// Owns how long things take: how long each thread was held over ten minutes, and the latencies,
// each with p50, p99 and worst. Refuses a figure that nobody measured.
import type { ThreadPace } from '../../../contract/host/machine';
import type { LiveStats } from '../../../contract/status';
import { cx } from '../parts/cx';
import { Mark } from '../parts/marks/mark';
import { Panel } from '../parts/panel/panel';
import { Loading } from '../parts/panel/states';
import { clockOf } from '../parts/text/time';
import { statusOf, useStatus } from '../store/feeds';
import { useMachine } from './ask/asked';
import { heldText, LOOP_MOST_MS, THREADS } from './how-to-fix';
import styles from './health.module.css';
import { pointsOf, pointsOfPace, type Sample } from './trail';
import { useTrails } from './trails';

const TOP_MS = LOOP_MOST_MS * 2;

function Trail({ points, label }: { readonly points: string; readonly label: string }) {
  return (
    <svg
      className={styles.trail}
      viewBox="0 0 100 30"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line className={styles.limit} x1="0" x2="100" y1="15" y2="15" />
      <polyline className={styles.drawn} points={points} />
    </svg>
  );
}

const LATENCIES = [
  ['receiveToDurable', 'Heard to durable'],
  ['receiveToOpen', 'Heard to open'],
  ['closeToDurable', 'Close to durable'],
  ['closeLateness', 'Close after its end'],
] as const;

const ms = (value: number): string => value.toFixed(1);

function Thread({ pace }: { readonly pace: ThreadPace }) {
  const { thread, p50, p99, worst, worstAt, trail } = pace;
  const [over, name] = [worst > LOOP_MOST_MS, THREADS[thread]];
  return (
    <tr className={cx(over && styles.over)}>
      <th scope="row">{name}</th>
      <td>
        <Trail points={pointsOfPace(trail, TOP_MS)} label={`${name}, last ten minutes`} />
      </td>
      <td className={styles.figure}>{ms(p50)}</td>
      <td className={styles.figure}>
        <b>{ms(p99)}</b>
      </td>
      <td className={styles.figure}>
        {over ? <Mark name="triangle" /> : null} {ms(worst)}
      </td>
      <td className={styles.figure}>{worst > 0 ? clockOf(worstAt) : '\u2013'}</td>
    </tr>
  );
}

interface LatencyProps {
  readonly name: string;
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly trail: readonly Sample[] | null;
}

function Latency({ name, latency, trail }: LatencyProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {trail === null ? null : (
          <Trail points={pointsOf(trail, TOP_MS)} label={`${name} p99, last ten minutes`} />
        )}
      </td>
      <td className={styles.figure}>{ms(latency.p50)}</td>
      <td className={styles.figure}>
        <b>{ms(latency.p99)}</b>
      </td>
      <td className={styles.figure}>{ms(latency.max)}</td>
      <td className={styles.figure}>{'\u2013'}</td>
    </tr>
  );
}

function Times({ status }: { readonly status: LiveStats }) {
  const { durable } = useTrails();
  const threads = useMachine((state) => state.value?.threads) ?? [];
  return (
    <table className={cx(styles.table, styles.times)}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">10 min, dashed {LOOP_MOST_MS} ms</th>
          {['p50 ms', 'p99 ms', 'worst', 'at'].map((title) => (
            <th key={title} scope="col" className={styles.figure}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {threads.map((pace) => (
          <Thread key={pace.thread} pace={pace} />
        ))}
        {LATENCIES.map(([key, name]) => (
          <Latency
            key={key}
            name={name}
            latency={status.latencyMs[key]}
            trail={key === 'receiveToDurable' ? durable : null}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Which thread was held longest; nothing where none was held over the limit. */
function Foot() {
  const held = heldText(useMachine((state) => state.value?.threads) ?? []);
  return held === null ? null : <p className={styles.foot}>{held}</p>;
}

/** The panel. */
export function TimesPanel() {
  const status = useStatus(statusOf);
  return (
    <Panel title="Loop delay and times" hint="how long each thread was held" place="times">
      {status === null ? (
        <Loading rows={6} />
      ) : (
        <>
          <div
            className={styles.scroll}
            tabIndex={0}
            role="group"
            aria-label="How long things take"
          >
            <Times status={status} />
          </div>
          <Foot />
        </>
      )}
    </Panel>
  );
}
