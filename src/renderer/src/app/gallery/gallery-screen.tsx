// Owns the gallery: every part in every state, on one page that scrolls. It shows, nothing in it
// does anything. Refuses parts of its own: what stands here is what the screens use.
import type { MarkerStatus } from '../../../../contract/marker';
import type { SettlementStatus } from '../../../../contract/settlement';
import { VERDICTS, Verdict } from '../../markers/verdict';
import { Badge, RehearsalBadge, type Tone } from '../../parts/marks/badge';
import { Lamp, type LampState } from '../../parts/marks/lamp';
import { Panel } from '../../parts/panel/panel';
import { Empty, Failed, Loading } from '../../parts/panel/states';
import { StateBadge, STATES } from '../../settlements/state-badge';
import { Controls, nothing, Rings } from './gallery-controls';
import { DataParts } from './gallery-data';
import { FrameParts } from './gallery-frame';
import styles from './gallery.module.css';
import { Shelf } from './shelf';

const TONES: readonly Tone[] = [
  ...(['plain', 'dim', 'quiet', 'outlined', 'light'] as const),
  ...(['open', 'attention', 'filled', 'struck', 'fault'] as const),
];
const LAMPS: readonly (readonly [LampState, string])[] = [
  ['ok', 'cue 0.3 s ago'],
  ['degraded', '14 s, since 02:39'],
  ['stopped', 'by seat A 02:12'],
  ['off', 'off by choice'],
  ['broken', 'unplugged 02:41:30'],
];

function Marks() {
  return (
    <>
      <Shelf title="Badges">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} word={tone.toUpperCase()} />
        ))}
        <RehearsalBadge />
      </Shelf>
      <Shelf title="Verdicts">
        {VERDICTS.map((status: MarkerStatus) => (
          <Verdict key={status} status={status} />
        ))}
      </Shelf>
      <Shelf title="Settlement states">
        {STATES.map((status: SettlementStatus) => (
          <StateBadge key={status} status={status} />
        ))}
      </Shelf>
      <Shelf title="Lamps">
        <ul className={styles.lamps}>
          {LAMPS.map(([state, why]) => (
            <Lamp key={state} letter="E" name="ENGINE" state={state} old={false} why={() => why} />
          ))}
        </ul>
      </Shelf>
    </>
  );
}

/** The screen. */
export function GalleryScreen() {
  return (
    <div
      className={styles.gallery}
      tabIndex={0}
      role="group"
      aria-label="Every part in every state"
    >
      <FrameParts />
      <Marks />
      <Controls />
      <Rings />
      <DataParts />
      <Panel title="Empty" place="gallery-empty">
        <Empty title="No cue yet">Listening on 10.41.7.20:9999, 0 packets in 04:10.</Empty>
      </Panel>
      <Panel title="Loading" place="gallery-loading">
        <Loading rows={4} />
      </Panel>
      <Panel title="Error" place="gallery-error">
        <Failed
          title="The list cannot be read"
          sentence="The database is busy since 02:41:33. The show goes on."
          onRetry={nothing}
        />
      </Panel>
    </div>
  );
}
