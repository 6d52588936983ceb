// Owns the palette that Ctrl+K opens: type, choose with the arrows, Enter. What fires is not done
// here: its sheet is opened. Refuses to lose what was typed while feeds move on.
import { useMemo, useState, type KeyboardEvent } from 'react';
import { cx } from '../../../parts/cx';
import { KeyCap } from '../../../parts/marks/badge';
import { showSheet } from '../sheet-store';
import { Sheet } from '../sheet';
import { fitting, type Find } from './finds';
import { gather } from './gather';
import styles from './palette.module.css';

const LIST = 'palette-finds';

interface OptionProps {
  readonly find: Find;
  readonly at: number;
  readonly chosen: boolean;
  readonly onChoose: (find: Find) => void;
}

function Option({ find, at, chosen, onChoose }: OptionProps) {
  return (
    <li
      id={`${LIST}-${at}`}
      role="option"
      aria-selected={chosen}
      className={cx(chosen && styles.chosen)}
      onClick={() => {
        onChoose(find);
      }}
    >
      <span className={styles.kind}>{find.kind}</span>
      <span className={styles.words}>{find.words}</span>
      {find.cap === '' ? null : <KeyCap>{find.cap}</KeyCap>}
    </li>
  );
}

/** Closes first, so that what is done may open a sheet of its own. */
function choose(find: Find): void {
  showSheet(null);
  find.run();
}

/** The sheet. */
export function Palette() {
  const all = useMemo(gather, []);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const finds = useMemo(() => fitting(all, query), [all, query]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const found = finds[at];
    if (step !== 0) setAt(Math.min(finds.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Enter' && found !== undefined) choose(found);
    else return;
    event.preventDefault();
  };
  return (
    <Sheet title="Find">
      <div className={styles.field}>
        <input
          data-first
          type="text"
          role="combobox"
          aria-label="Screen, action or id"
          aria-expanded={finds.length > 0}
          aria-controls={LIST}
          aria-activedescendant={finds.length > 0 ? `${LIST}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder="Screen, action or id"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={LIST} className={styles.finds} role="listbox" aria-label="Found">
        {finds.map((find, place) => (
          <Option key={find.key} find={find} at={place} chosen={place === at} onChoose={choose} />
        ))}
      </ul>
      <p className={styles.hint}>
        {finds.length === 0
          ? `Nothing here is called “${query.trim()}”. Ids are those the lists hold.`
          : 'Arrows choose, Enter opens. Nothing fires from here.'}
      </p>
    </Sheet>
  );
}
