// Owns the panel of the lanes: the last 90 s of cues, auctions, winners, slots and charges, and one
// line of what is odd among them. Refuses to look empty while it is only quiet.
import { useMemo, useState } from 'react';
import type { Marker } from '../../../../contract/marker';
import { Mark } from '../../parts/marks/mark';
import { Awaited } from '../../parts/panel/awaited';
import { Loading } from '../../parts/panel/states';
import { Panel } from '../../parts/panel/panel';
import { clockOf } from '../../parts/text/time';
import { plural } from '../../parts/text/words';
import { seenNowMs, useAtSeen } from '../view/seen';
import { useSeenAuctions, useSeenMarkers, useSeenSettlements } from '../view/seen';
import { useSize } from '../view/use-size';
import { NOW_SHARE, SPAN_MS } from './lane-layout';
import { laneMarks, type LaneMark } from './lane-marks';
import { Lanes } from './lanes';
import styles from './lanes.module.css';

/** The window is looked at anew this often; marks enter and leave beyond its edges. */
const LOOK_MS = 2_000;

/** 'Last 90 seconds: 3 cues, 2 auctions, 2 winners'. */
function summaryOf(marks: readonly LaneMark[], pastFromMs: number): string {
  const past = marks.filter(({ atMs }) => atMs >= pastFromMs);
  const count = (lane: LaneMark['lane']): number =>
    past.filter((mark) => mark.lane === lane).length;
  const words = [
    plural(count('CUE'), 'cue'),
    plural(count('AUCTION'), 'auction'),
    plural(count('WINNER'), 'winner'),
    plural(count('CHARGE'), 'settlement'),
  ];
  return `Lanes of the last 67 seconds: ${words.join(', ')}`;
}

function useMarks(): { marks: readonly LaneMark[]; lookMs: number | null; loaded: boolean } {
  const markers = useSeenMarkers();
  const auctions = useSeenAuctions();
  const settlements = useSeenSettlements();
  const lookMs = useAtSeen((ms) => (ms === null ? null : Math.floor(ms / LOOK_MS) * LOOK_MS));
  const marks = useMemo(() => {
    if (lookMs === null) return [];
    return laneMarks({
      markers: markers.items,
      auctions: auctions.items,
      settlements: settlements.items,
      nowMs: seenNowMs() ?? lookMs,
      fromMs: lookMs - SPAN_MS * NOW_SHARE - LOOK_MS,
      toMs: lookMs + SPAN_MS * (1 - NOW_SHARE) + 2 * LOOK_MS,
    });
  }, [markers.items, auctions.items, settlements.items, lookMs]);
  return { marks, lookMs, loaded: markers.loaded && auctions.loaded && settlements.loaded };
}

function oddOf(markers: readonly Marker[], fromMs: number): readonly Marker[] {
  return markers.filter(
    ({ status, receivedAt }) =>
      (status === 'QUARANTINED' || status === 'INVALID') && Date.parse(receivedAt) >= fromMs,
  );
}

function Odd({ lookMs, quiet }: { readonly lookMs: number | null; readonly quiet: boolean }) {
  const { items } = useSeenMarkers();
  const odd = oddOf(items, (lookMs ?? 0) - SPAN_MS * NOW_SHARE);
  const [last] = odd;
  if (last === undefined) {
    return <span className={styles.fine}>{quiet ? 'nothing in the last 90 s' : ''}</span>;
  }
  const word = last.status === 'QUARANTINED' ? 'quarantined' : 'not readable';
  return (
    <span className={styles.odd}>
      <Mark name="triangle" /> {plural(odd.length, 'cue')} {word} at {clockOf(last.receivedAt)}
    </span>
  );
}

/** The panel. */
export function LanesPanel({ className }: { readonly className: string | undefined }) {
  const { ref, size } = useSize<HTMLDivElement>();
  const { marks, lookMs, loaded } = useMarks();
  const [originMs, setOrigin] = useState<number | null>(null);
  if (originMs === null && lookMs !== null) setOrigin(lookMs);
  return (
    <Panel
      title="Lanes"
      hint="90 s, now at ¾"
      end={loaded ? <Odd lookMs={lookMs} quiet={marks.length === 0} /> : null}
      place="lanes"
      className={className}
    >
      <div ref={ref} className={styles.body}>
        {!loaded ? (
          <Awaited feed="markers" rows={10} />
        ) : originMs === null || size.heightPx === 0 ? (
          <Loading rows={10} />
        ) : (
          <Lanes
            marks={marks}
            originMs={originMs}
            widthPx={size.widthPx}
            heightPx={size.heightPx}
            summary={summaryOf(marks, (lookMs ?? 0) - SPAN_MS * NOW_SHARE)}
          />
        )}
      </div>
    </Panel>
  );
}
