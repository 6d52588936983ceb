// Owns the panel of the bytes: hex, what the lit bytes read as, and copying in four forms. Refuses
// to say copied where the browser did not let it.
import { useState } from 'react';
import { useAction } from '../../../app/keys/use-action';
import { Segments } from '../../../parts/controls/segments';
import { cx } from '../../../parts/cx';
import { KeyCap } from '../../../parts/marks/badge';
import { Panel } from '../../../parts/panel/panel';
import panels from '../../../parts/panel/panel.module.css';
import { plural } from '../../../parts/text/words';
import { say } from '../../../store/notices';
import { Bytes } from './bytes';
import type { Field } from '../fields';
import styles from '../inspect.module.css';
import { readingOf } from './reading';
import type { Span } from '../spans/span';

/** What can be copied of the bytes: each form with how its text is made. */
export interface Copies {
  /** What is copied, as the notice names it. */
  readonly name: string;
  readonly forms: readonly (readonly [form: string, text: () => string])[];
}

async function copy(form: string, { copies, bytes }: Pick<Props, 'copies' | 'bytes'>) {
  const text = copies.forms.find(([name]) => name === form)?.[1];
  if (text === undefined) return;
  try {
    await navigator.clipboard.writeText(text());
    say('info', `${copies.name} copied as ${form}, ${plural(bytes.length, 'byte')}.`);
  } catch {
    say('warning', 'This browser does not let the page copy. The bytes stand in the panel.');
  }
}

/** What lies under the light, as 'event_id, bytes 23-26'. */
function placeText(field: Field | null, lit: Span): string {
  const where = lit[0] === lit[1] ? `byte ${lit[0]}` : `bytes ${lit[0]}\u2013${lit[1]}`;
  return field === null ? where : `${field.label}, ${where}`;
}

interface LitProps {
  readonly bytes: Uint8Array;
  readonly lit: Span | null;
  readonly field: Field | null;
}

/** What the lit bytes read as. The place keeps its height when nothing is lit. */
function Lit({ bytes, lit, field }: LitProps) {
  if (lit === null) {
    return <p className={styles.reading}>Pick a field, or a byte: what it reads as stands here.</p>;
  }
  const { hex, number, text } = readingOf(bytes, lit);
  return (
    <div className={styles.reading} role="status" aria-label="What the bytes read as">
      <p>
        <b>{hex}</b>
        {number === null ? null : ` = ${number.hex} = ${number.decimal}`}
        {text === null ? null : <q>{text}</q>}
      </p>
      <p className={styles.meaning}>
        {field === null ? 'No field that was read has this byte.' : meaningText(field)}
      </p>
    </div>
  );
}

function meaningText({ label, value }: Field): string {
  return value === null ? label : `${label}: ${value}`;
}

interface Props extends LitProps {
  readonly copies: Copies;
  readonly onByte: (at: number) => void;
}

/** The panel. */
export function BytesPanel({ copies, bytes, lit, field, onByte }: Props) {
  const [chosen, setForm] = useState('hex');
  const names = copies.forms.map(([name]) => name);
  const form = names.includes(chosen) ? chosen : (names[0] ?? chosen);
  const run = (): void => void copy(form, { copies, bytes });
  useAction('copy.hex', run);
  const end = (
    <div className={styles.copy}>
      <Segments
        label="Copy as"
        chosen={form}
        choices={names.map((name) => [name, name] as const)}
        onChoose={setForm}
      />
      <button type="button" className={cx(panels.button, panels.small)} onClick={run}>
        Copy {form} <KeyCap>X</KeyCap>
      </button>
    </div>
  );
  const hint = lit === null ? plural(bytes.length, 'byte') : placeText(field, lit);
  return (
    <Panel title="Bytes" hint={hint} end={end} place="bytes">
      <Bytes bytes={bytes} lit={lit} onByte={onByte} />
      <Lit bytes={bytes} lit={lit} field={field} />
    </Panel>
  );
}
