// Owns the table of markers, newest first, rows of 24 px, with its scroll rail. Moving through it
// picks. Refuses to hide a refusal, and to move under who reads.
import { useEffect, useMemo, type ReactNode } from 'react';
import type { Marker } from '../../../../contract/marker';
import { select } from '../../app/route';
import { cx } from '../../parts/cx';
import { RowGrid } from '../../parts/grid/row-grid';
import { useAuctions } from '../../store/feeds';
import { starKey, useStars } from '../compare/stars';
import { cells, HEAD, type RowFacts } from './cells';
import { repeatsOf } from './facts';
import { railMarks, type Scrolled } from './rail-marks';
import { ScrollRail } from './scroll-rail';
import styles from './table.module.css';
import { fetchOlder } from '../older/older-markers';
import { useSteady } from './use-steady';

const ROW_PX = 24;
/** So many rows before the end older ones are asked for. */
const ROWS_AHEAD = 40;

function rowClass({ marker }: RowFacts): string | undefined {
  const { status } = marker;
  const dim = status === 'DUPLICATE' || status === 'IGNORED';
  return cx(dim && styles.dim, status === 'QUARANTINED' && styles.held);
}

/** Rows are made anew only where what they show changed, so that unchanged ones are not drawn. */
function useRows(all: readonly Marker[], shown: readonly Marker[]): readonly RowFacts[] {
  const stars = useStars((state) => state.stars);
  const auctions = useAuctions((state) => state.items);
  const made = useMemo(() => new Map<string, RowFacts>(), []);
  return useMemo(() => {
    const repeats = repeatsOf(all);
    const byId = new Map(auctions.map((auction) => [auction.id, auction]));
    const starred = new Set(stars);
    if (made.size > 2 * shown.length + 100) made.clear();
    return shown.map((marker) => {
      const row: RowFacts = {
        marker,
        starred: starred.has(starKey(marker)),
        repeat: repeats.get(marker.id),
        auction: byId.get(marker.auctionId ?? ''),
      };
      const old = made.get(marker.id);
      if (old !== undefined && isSame(old, row)) return old;
      made.set(marker.id, row);
      return row;
    });
  }, [all, shown, stars, auctions, made]);
}

function isSame(a: RowFacts, b: RowFacts): boolean {
  const repeat = a.repeat?.nth === b.repeat?.nth && a.repeat?.of === b.repeat?.of;
  return a.marker === b.marker && a.starred === b.starred && a.auction === b.auction && repeat;
}

interface Props {
  /** Every marker known, by which copies are counted. */
  readonly all: readonly Marker[];
  readonly markers: readonly Marker[];
  readonly picked: string | null;
  /** Somebody picked; it is not only the newest that is shown. */
  readonly hold: boolean;
}

/** Near the end of a list that scrolls, the next older page is fetched. */
function useOlderAtEnd({ topPx, heightPx, wholePx }: Scrolled): void {
  const left = wholePx - topPx - heightPx;
  const near = wholePx > heightPx && left < ROWS_AHEAD * ROW_PX;
  useEffect(() => {
    if (near) void fetchOlder();
  }, [near, wholePx]);
}

/** The table. */
export function MarkerTable({ all, markers, picked, hold }: Props): ReactNode {
  const rows = useRows(all, markers);
  const keys = useMemo(() => markers.map(({ id }) => id), [markers]);
  const marks = useMemo(() => railMarks(markers), [markers]);
  const steady = useSteady(keys, ROW_PX, hold);
  useOlderAtEnd(steady.scrolled);
  return (
    <div className={styles.table} ref={steady.box} onScrollCapture={steady.onScroll}>
      <RowGrid
        label="Markers"
        items={rows}
        keyOf={({ marker }) => marker.id}
        rowPx={ROW_PX}
        head={HEAD}
        columns={styles.columns}
        cells={cells}
        rowClass={rowClass}
        selectedKey={picked}
        onOpen={({ marker }) => {
          select(marker.id);
        }}
        onMove={({ marker }) => {
          select(marker.id, true);
        }}
      />
      <ScrollRail marks={marks} scrolled={steady.scrolled} scroller={steady.scroller} />
      {steady.newer > 0 ? (
        <button type="button" className={styles.newer} onClick={steady.toTop}>
          {steady.newer} newer above
        </button>
      ) : null}
    </div>
  );
}
