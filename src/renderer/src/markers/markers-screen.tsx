// Owns the Markers screen: filter, table, and below it the inspector of the picked marker or two
// markers side by side. Says what a filter hides, and where it listens while nothing came. Read
// only.
import { useMemo, useState } from 'react';
import type { Marker } from '../../../contract/marker';
import { useAction } from '../app/keys/use-action';
import { useRoute } from '../app/route';
import { usePicked } from '../parts/use-picked';
import { say } from '../store/notices';
import { pairOf } from './compare/diff';
import { DiffPanels } from './compare/diff-panels';
import { starKey, toggleStar, useStars } from './compare/stars';
import { ExportSheet, type ExportChoice } from './table/export/export-sheet';
import { filtered, filterText, NO_FILTER, type MarkerFilter } from './filter/filter';
import { FilterBar } from './filter/filter-bar';
import { Inspected } from './inspect/inspected';
import { useKnown } from './older/use-known';
import styles from './markers-screen.module.css';
import { TablePanel } from './table/table-panel';

/** Every marker known, and those with a star, the newest star last. */
function useStarred(items: readonly Marker[]) {
  const stars = useStars((state) => state.stars);
  return useMemo(() => {
    const byKey = new Map(items.map((marker) => [starKey(marker), marker]));
    return stars.flatMap((key) => byKey.get(key) ?? []);
  }, [items, stars]);
}

/** Which two stand side by side, by id; null while the inspector is shown. */
function useDiffed(items: readonly Marker[], selected: Marker | undefined, starred: Marker[]) {
  const [ids, setIds] = useState<readonly [string, string] | null>(null);
  const pair = ids?.flatMap((id) => items.find((marker) => marker.id === id) ?? []);
  const open = (): void => {
    const found = pairOf(selected, starred);
    if (ids !== null) setIds(null);
    else if (found !== null) setIds([found[0].id, found[1].id]);
    else say('info', 'Star one marker (S), select another, then compare them (D).');
  };
  return {
    pair: pair?.length === 2 ? pair : null,
    open,
    close: (): void => {
      setIds(null);
    },
  };
}

function useExport(choices: readonly ExportChoice[]) {
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  const sheet = open ? <ExportSheet choices={choices} onClose={close} /> : null;
  return {
    open,
    sheet,
    show: () => {
      setOpen(true);
    },
  };
}

/** What is listed, what is selected in it, and what has a star. */
function useListed() {
  const { items, loaded } = useKnown();
  const [filter, setFilter] = useState<MarkerFilter>(NO_FILTER);
  const starred = useStarred(items);
  const shown = useMemo(
    () => filtered(items, filter, (marker) => starred.includes(marker)),
    [items, filter, starred],
  );
  const pick = useRoute((route) => route.pick);
  const picked = usePicked(
    pick,
    items.map((marker) => marker.id),
  );
  const selected = items.find((marker) => marker.id === picked);
  return { items, loaded, filter, setFilter, starred, shown, pick, picked, selected };
}

function exportChoices(listed: ReturnType<typeof useListed>): readonly ExportChoice[] {
  const { selected, shown, starred, filter } = listed;
  const said = filterText(filter);
  return [
    ...(selected === undefined ? [] : [{ words: `Selected: ${selected.id}`, markers: [selected] }]),
    { words: said === '' ? 'Listed: all' : `Listed: ${said}`, markers: shown },
    { words: 'Starred', markers: starred },
  ];
}

/** The screen. */
export function MarkersScreen() {
  const listed = useListed();
  const { items, starred, shown, loaded, filter, setFilter, picked, selected } = listed;
  const diff = useDiffed(items, selected, starred);
  const sheet = useExport(exportChoices(listed));
  const star = (): void => {
    if (selected !== undefined) toggleStar(selected);
  };
  useAction('list.star', star);
  const [a, b] = diff.pair ?? [];
  return (
    <div className={styles.place}>
      <div className={styles.screen} inert={sheet.open}>
        <FilterBar
          markers={items}
          starred={starred.length}
          filter={filter}
          onFilter={setFilter}
          onDiff={diff.open}
          onExport={sheet.show}
        />
        <TablePanel
          {...{ items, shown, loaded, filter, picked, star }}
          hold={listed.pick !== null}
          isStarred={selected !== undefined && starred.includes(selected)}
          onAll={() => {
            setFilter(NO_FILTER);
          }}
        />
        {a === undefined || b === undefined ? (
          <Inspected id={picked} marker={selected} />
        ) : (
          <DiffPanels key={`${a.id} ${b.id}`} a={a} b={b} onClose={diff.close} />
        )}
      </div>
      {sheet.sheet}
    </div>
  );
}
