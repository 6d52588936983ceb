// Owns the foot of the rail: what one opens from every screen: mode, the hold of new auctions, the
// map of keys. Refuses to act: each opens a sheet, where it is held.
import { statusOf, useStatus } from '../../store/feeds';
import { useVitals } from '../../store/vitals';
import { SURFACE } from '../keys/surface';
import { KEYS, type Action } from '../keys/table';
import { act, useAction } from '../keys/use-action';
import { showModeSheet } from '../mode/mode-store';
import { showSheet, toggleSheet, useSheet, type SheetName } from '../sheets/sheet-store';
import styles from './frame.module.css';

/** The shortest of an action's keys: the rail has little room. */
function capFor(action: Action): string {
  const names = KEYS.find((row) => row.action === action)?.[SURFACE] ?? [];
  return names.toSorted((a, b) => a.length - b.length)[0] ?? '';
}

interface ToolProps {
  readonly action: Action;
  readonly sheet: SheetName;
  /** What stands there, and the whole name around it. */
  readonly words: readonly [string, string, string];
  readonly off?: boolean;
}

function Tool({ action, sheet, words, off = false }: ToolProps) {
  const open = useSheet((state) => state.open === sheet);
  return (
    <button
      type="button"
      disabled={off}
      title={words.join('').trim()}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => {
        if (open) showSheet(null);
        else act(action);
      }}
    >
      <kbd aria-hidden="true">{capFor(action)}</kbd>
      <span className={styles.word}>
        <span className={styles.reader}>{words[0]}</span>
        {words[1]}
        <span className={styles.reader}>{words[2]}</span>
      </span>
    </button>
  );
}

/** The tools; they answer to their keys too. */
export function RailTools() {
  const stale = useVitals((vitals) => vitals.stale);
  const known = useStatus((state) => statusOf(state) !== null);
  const held = useStatus((state) => statusOf(state)?.held ?? false);
  const off = stale || !known;
  useAction('mode.change', () => {
    if (!off) showModeSheet(null);
  });
  useAction('mode.on-air', () => {
    if (!off) showModeSheet('ON_AIR');
  });
  useAction('hold.auctions', () => {
    if (!off) showSheet('hold');
  });
  useAction('keys.show', () => {
    toggleSheet('keys');
  });
  const holdWord = held ? 'Release' : 'Hold';
  return (
    <div className={styles.tools}>
      <Tool action="mode.change" sheet="mode" words={['Change ', 'Mode', '']} off={off} />
      <Tool action="hold.auctions" sheet="hold" words={['', holdWord, ' new auctions']} off={off} />
      <Tool action="keys.show" sheet="keys" words={['', 'Keys', ' and look']} />
    </div>
  );
}
