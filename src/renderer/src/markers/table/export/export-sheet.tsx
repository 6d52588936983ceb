// Owns the sheet that exports markers: the selected one, what is listed, or the starred ones, as
// JSON or CSV. The file is made in the browser. Refuses the network.
import { useEffect, useRef } from 'react';
import type { Marker } from '../../../../../contract/marker';
import { useAction } from '../../../app/keys/use-action';
import { KeyCap } from '../../../parts/marks/badge';
import panels from '../../../parts/panel/panel.module.css';
import { plural } from '../../../parts/text/words';
import { say } from '../../../store/notices';
import { engineNowMs } from '../../../store/vitals';
import { csvOf, fileName, jsonOf, type ExportKind } from './export';
import styles from './export.module.css';

const TYPES: Readonly<Record<ExportKind, string>> = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
};
const KINDS = Object.keys(TYPES) as readonly ExportKind[];
/** A browser may begin to read the file only after the click has been dealt with. */
const FREED_AFTER_MS = 60_000;

function download(kind: ExportKind, markers: readonly Marker[]): void {
  const text = kind === 'csv' ? csvOf(markers) : jsonOf(markers);
  const address = URL.createObjectURL(new Blob([text], { type: TYPES[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(kind, engineNowMs());
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, FREED_AFTER_MS);
  say('info', `${plural(markers.length, 'marker')} exported to ${link.download}.`);
}

/** What can be exported: its words and its markers. */
export interface ExportChoice {
  readonly words: string;
  readonly markers: readonly Marker[];
}

interface Props {
  readonly choices: readonly ExportChoice[];
  readonly onClose: () => void;
}

function Choice({ words, markers, onClose }: ExportChoice & Pick<Props, 'onClose'>) {
  return (
    <li>
      <span>{words}</span>
      <b>{plural(markers.length, 'marker')}</b>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={panels.button}
          aria-label={`${words} as ${kind.toUpperCase()}`}
          disabled={markers.length === 0}
          onClick={() => {
            download(kind, markers);
            onClose();
          }}
        >
          {kind.toUpperCase()}
        </button>
      ))}
    </li>
  );
}

/** The sheet. The focus comes back to where it was. */
export function ExportSheet({ choices, onClose }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  useAction('leave', onClose);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.querySelector<HTMLElement>('li button:not(:disabled)')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className={styles.wrap}>
      <div
        ref={sheet}
        className={styles.sheet}
        role="dialog"
        aria-modal="true"
        aria-label="Export markers"
      >
        <h2>Export markers</h2>
        <ul>
          {choices.map((choice) => (
            <Choice key={choice.words} {...choice} onClose={onClose} />
          ))}
        </ul>
        <p>
          JSON has every field the engine gave, CSV a line a marker with its bytes in hex. The file
          is made here; nothing is sent.
          <button type="button" className={panels.button} onClick={onClose}>
            Close <KeyCap>Esc</KeyCap>
          </button>
        </p>
      </div>
    </div>
  );
}
