// Owns the bar over the table of markers: words to look for, a verdict with its count, the starred
// ones, and what is done with what is listed. Refuses to filter unseen: the state shows in it.
import { useRef } from 'react';
import type { Marker } from '../../../../contract/marker';
import { useAction } from '../../app/keys/use-action';
import { goToScreen } from '../../app/places';
import { Segments } from '../../parts/controls/segments';
import { KeyCap } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import { countText } from '../../parts/text/money';
import { verdictCounts, type MarkerFilter } from './filter';
import styles from './filter.module.css';

interface Props {
  readonly markers: readonly Marker[];
  readonly starred: number;
  readonly filter: MarkerFilter;
  readonly onFilter: (filter: MarkerFilter) => void;
  readonly onDiff: () => void;
  readonly onExport: () => void;
}

function title(status: string): string {
  return status.charAt(0) + status.slice(1).toLowerCase();
}

/** What asks for attention wherever there is any has its sign beside the word. */
function choiceText(status: string, count: number): string {
  const sign = status === 'QUARANTINED' && count > 0 ? '\u25b2 ' : '';
  return `${sign}${title(status)} ${countText(count)}`;
}

/** What is done with what is listed, and the way to the inspector. */
function Doings({ onDiff, onExport }: Pick<Props, 'onDiff' | 'onExport'>) {
  return (
    <>
      <button
        type="button"
        className={panels.button}
        onClick={() => {
          goToScreen('markers/inspect');
        }}
      >
        Inspect <KeyCap>G I</KeyCap>
      </button>
      <button type="button" className={panels.button} onClick={onDiff}>
        Diff <KeyCap>D</KeyCap>
      </button>
      <button type="button" className={panels.button} onClick={onExport}>
        Export <KeyCap>E</KeyCap>
      </button>
    </>
  );
}

/** The bar. */
export function FilterBar({ markers, starred, filter, onFilter, onDiff, onExport }: Props) {
  const words = useRef<HTMLInputElement>(null);
  useAction('list.filter', () => words.current?.focus());
  useAction('list.diff', onDiff);
  useAction('list.export', onExport);
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
          ...verdictCounts(markers).map(([name, n]) => [name, choiceText(name, n)] as const),
        ]}
        onChoose={(status) => {
          onFilter({ ...filter, status });
        }}
      />
      <button
        type="button"
        className={panels.button}
        aria-pressed={filter.starred === true}
        onClick={() => {
          onFilter({ ...filter, starred: filter.starred !== true });
        }}
      >
        Starred {countText(starred)}
      </button>
      <span className={styles.rest} />
      <Doings onDiff={onDiff} onExport={onExport} />
    </div>
  );
}
