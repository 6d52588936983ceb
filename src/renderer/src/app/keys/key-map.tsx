// Owns the map of keys that ? shows: every action with its caps, as this surface has them. Refuses
// to show a key that does nothing here.
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { KeyCap } from '../../parts/marks/badge';
import sheets from '../mode/mode-sheet.module.css';
import buttons from '../../parts/panel/panel.module.css';
import styles from './key-map.module.css';
import { SURFACE } from './surface';
import { KEYS, type KeyRow } from './table';
import { useAction } from './use-action';

const GROUPS = ['Screens', 'Everywhere', 'Lists', 'Manual cue', 'Values'] as const;
const SHORT: Record<string, string> = { Escape: 'Esc', NumpadEnter: 'Num Enter' };

export const useKeyMap = create<{ readonly open: boolean }>()(() => ({ open: false }));

/** Opens or closes the map. */
export function showKeyMap(open: boolean): void {
  useKeyMap.setState({ open });
}

function Caps({ row }: { readonly row: KeyRow }) {
  return (
    <li>
      <span className={styles.caps}>
        {row[SURFACE].map((name) => (
          <KeyCap key={name}>{SHORT[name] ?? name}</KeyCap>
        ))}
      </span>
      <span>{row.words}</span>
    </li>
  );
}

/** The map, as a sheet over the screen. */
export function KeyMap() {
  const sheet = useRef<HTMLDivElement>(null);
  const close = (): void => {
    showKeyMap(false);
  };
  useAction('leave', close);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className={sheets.wrap}>
      <div ref={sheet} className={styles.map} role="dialog" aria-label="Keys" tabIndex={-1}>
        <h2>
          Keys in {SURFACE === 'desktop' ? 'the app' : 'a browser'}
          <button type="button" className={buttons.button} onClick={close}>
            Close <KeyCap>Esc</KeyCap>
          </button>
        </h2>
        <div className={styles.groups}>
          {GROUPS.filter((group) => KEYS.some((row) => row.group === group)).map((group) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <ul>
                {KEYS.filter((row) => row.group === group).map((row) => (
                  <Caps key={row.action} row={row} />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <p>Off in text fields; Esc leaves the field. Space and Enter never fire anything.</p>
      </div>
    </div>
  );
}
