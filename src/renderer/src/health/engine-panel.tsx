// Owns what the engine runs on and how it is: clock, disk, database, what waits, versions. Refuses
// a fact nobody told: then there is no row.
import type { Machine } from '../../../contract/host/machine';
import type { LiveStats } from '../../../contract/status';
import { Facts, type FactRow } from '../parts/controls/facts';
import { Panel } from '../parts/panel/panel';
import { Empty, Loading } from '../parts/panel/states';
import { clockOf, epochMs, spanText } from '../parts/text/time';
import { plural } from '../parts/text/words';
import { Ticking } from '../parts/ticking';
import { useHealth } from '../store/answers';
import { statusOf, useStatus } from '../store/feeds';
import { engineNowMs } from '../store/vitals';
import { useMachine } from './ask/asked';
import { bytesText, stepText } from './how-to-fix';
import styles from './health.module.css';

function upText(startedAt: string): string {
  const [startedMs, nowMs] = [epochMs(startedAt), engineNowMs()];
  return startedMs === null || nowMs === null ? '\u2013' : spanText(nowMs - startedMs);
}

function databaseRows({ database }: Machine): FactRow[] {
  if (database === null) return [['Database', 'does not answer']];
  const { rows, bytes, walBytes, flushMs } = database;
  const flush = flushMs === null ? '' : `p99 ${flushMs.p99.toFixed(1)} ms, worst ${flushMs.max}; `;
  return [
    ['Database', `${bytesText(bytes)}, ${plural(rows, 'row')}`],
    ['Flush', `${flush}WAL ${bytesText(walBytes)}`],
  ];
}

function diskText({ disk }: Machine): string {
  const { freeBytes, totalBytes } = disk;
  if (freeBytes === null || totalBytes === null) return 'not told by this system';
  return `${bytesText(freeBytes)} free of ${bytesText(totalBytes)}`;
}

function hostRows({ host, database }: Machine): FactRow[] {
  const electron = host.electron === null ? '' : `, Electron ${host.electron}`;
  const sqlite = database === null ? '' : `, SQLite ${database.sqlite}`;
  const up = (): string => `up ${upText(host.startedAt)}, ${bytesText(host.memoryBytes)}`;
  return [
    ['Engine', `Cuebid ${host.version}, ${host.kind}`],
    ['Process', <Ticking key="up" text={up} />],
    ['Runs on', `Node ${host.node}${electron}${sqlite}`],
    ['System', host.system],
    ['Data', host.dataDir, 'id'],
  ];
}

function workRows({ queues, trouble }: LiveStats): FactRow[] {
  const waits = `${plural(queues.intake, 'cue')}, ${plural(queues.store, 'row')}`;
  return [
    ['Waiting', `${waits}, ${plural(queues.payments, 'charge')}`],
    ['Trouble', trouble],
  ];
}

/** The panel. */
export function EnginePanel() {
  const { value, fault } = useMachine();
  const health = useHealth((state) => state.value?.status ?? null);
  const status = useStatus(statusOf);
  const hint = health === null ? '' : `health: ${health}`;
  return (
    <Panel title="Clock, disk and engine" hint={hint} place="engine">
      {value === null || status === null ? (
        fault === null ? (
          <Loading rows={8} />
        ) : (
          <Empty title="The machine cannot be read">{fault} It is asked for again.</Empty>
        )
      ) : (
        <div className={styles.engine} tabIndex={0} role="group" aria-label="Facts of the engine">
          <Facts
            rows={[
              ['Clock', value.clock.source],
              ['Last step', stepText(value.clock, clockOf(value.host.startedAt))],
              ['Disk', diskText(value)],
              ...databaseRows(value),
              ...workRows(status),
              ...hostRows(value),
            ]}
          />
        </div>
      )}
    </Panel>
  );
}
