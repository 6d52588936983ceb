// Owns the place to paste a cue into, and how it is to be read. Refuses to check it: every change
// is the engine's to judge.
import type { RefObject } from 'react';
import { Segments } from '../../parts/controls/segments';
import { KeyCap } from '../../parts/marks/badge';
import { cx } from '../../parts/cx';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { paste, usePasted } from './paste-store';
import { PASTE_FORMS } from './pasted';
import styles from './paste.module.css';

interface Props {
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/** The panel. */
export function PastePanel({ box }: Props) {
  const { text, form } = usePasted();
  const hint = 'a section, JSON, XML or a SCTE-104 message, in any of its forms';
  return (
    <Panel title="Paste a cue" hint={hint} place="paste">
      <textarea
        ref={box}
        className={styles.text}
        aria-label="Cue to take apart"
        placeholder={'FC30\u2026, /DAv\u2026, {\u2026} or <\u2026>'}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          paste({ text: event.target.value });
        }}
      />
      <div className={styles.foot}>
        <Segments
          label="Read it as"
          chosen={form}
          choices={PASTE_FORMS}
          onChoose={(next) => {
            paste({ form: next });
          }}
        />
        <span className={styles.rest} />
        <span className={styles.tip}>
          <KeyCap>Esc</KeyCap> leaves the field
        </span>
        <button
          type="button"
          className={cx(panels.button, panels.small)}
          disabled={text === ''}
          onClick={() => {
            paste({ text: '' });
            box.current?.focus();
          }}
        >
          Clear
        </button>
      </div>
    </Panel>
  );
}
