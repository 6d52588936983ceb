// Owns the bar over the table of markers: words to look for, and a verdict with its count. What is
// heard but never listed is counted at its end. Refuses to filter unseen: the state shows in it.
import { useRef } from 'react';
import type { Marker } from '../../../contract/marker';
import { useAction } from '../app/keys/use-action';
import { Segments } from '../parts/controls/segments';
import { countText } from '../parts/text/money';
import { statusOf, useStatus } from '../store/feeds';
import { verdictCounts, type MarkerFilter } from './filter';
import styles from './markers-screen.module.css';

interface Props {
  readonly markers: readonly Marker[];
  readonly filter: MarkerFilter;
  readonly onFilter: (filter: MarkerFilter) => void;
}

/** The bar. */
export function FilterBar({ markers, filter, onFilter }: Props) {
  const words = useRef<HTMLInputElement>(null);
  const heartbeats = useStatus((state) => statusOf(state)?.markers.heartbeats ?? 0);
  useAction('list.filter', () => words.current?.focus());
  const counts = verdictCounts(markers);
  return (
    <div className={styles.bar} role="search">
      <input
        ref={words}
        className={styles.words}
        aria-label="Filter markers"
        placeholder="/  id, source, event, reason"
        value={filter.words}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onFilter({ ...filter, words: event.target.value });
        }}
      />
      <Segments
        label="Verdict"
        chosen={filter.status}
        choices={[
          [null, `All ${countText(markers.length)}`],
          ...counts.map(
            ([status, n]) => [status, `${status.toLowerCase()} ${countText(n)}`] as const,
          ),
        ]}
        onChoose={(status) => {
          onFilter({ ...filter, status });
        }}
      />
      <span className={styles.hidden}>
        alive and null: {countText(heartbeats)} counted, not listed
      </span>
    </div>
  );
}
