// Owns the Markers screen: filter, table, and the inspector of the picked marker. Says what a
// filter hides, and where it listens while nothing came. Read only.
import { useState } from 'react';
import { useRoute } from '../app/route';
import { Panel } from '../parts/panel/panel';
import { Empty, Loading } from '../parts/panel/states';
import { plural } from '../parts/text/words';
import { usePicked } from '../parts/use-picked';
import { useMarkers } from '../store/feeds';
import { filtered, type MarkerFilter } from './filter';
import { FilterBar } from './filter-bar';
import { Inspector } from './inspect/inspector';
import { Listening } from './listening';
import { MarkerTable } from './marker-table';
import styles from './markers-screen.module.css';

function Inspected({ id }: { readonly id: string | null }) {
  const marker = useMarkers((state) => state.items.find((known) => known.id === id));
  if (marker !== undefined) return <Inspector key={marker.id} marker={marker} />;
  return (
    <Panel title={id ?? 'Inspector'} place="fields">
      {id === null ? (
        <Empty title="No marker to show">The first one heard is taken apart here.</Empty>
      ) : (
        <Empty title={`${id} is not among the newest`}>
          The console follows the newest 500 markers; the engine keeps every one.
        </Empty>
      )}
    </Panel>
  );
}

/** The screen. */
export function MarkersScreen() {
  const { items, loaded } = useMarkers();
  const [filter, setFilter] = useState<MarkerFilter>({ words: '', status: null });
  const shown = filtered(items, filter);
  const pick = useRoute((route) => route.pick);
  const picked = usePicked(
    pick,
    items.map((marker) => marker.id),
  );
  const hidden = items.length - shown.length;
  return (
    <div className={styles.screen}>
      <FilterBar markers={items} filter={filter} onFilter={setFilter} />
      <Panel
        title="Markers"
        hint={hidden > 0 ? `${hidden} hidden by the filter` : ''}
        place="markers"
      >
        {!loaded ? (
          <Loading rows={10} />
        ) : items.length === 0 ? (
          <Listening />
        ) : shown.length === 0 ? (
          <Empty title="The filter hides every marker">
            {plural(hidden, 'marker')} do not fit it. Clear the words, or choose All.
          </Empty>
        ) : (
          <MarkerTable markers={shown} picked={picked} />
        )}
      </Panel>
      <Inspected id={picked} />
    </div>
  );
}
