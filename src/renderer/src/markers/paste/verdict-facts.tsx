// Owns what is told of a pasted cue: form, message and ids, its warnings, or why it is refused and
// where it breaks off. Refuses a code without its words.
import { Facts, type FactRow } from '../../parts/controls/facts';
import { Mark } from '../../parts/marks/mark';
import { eventIdOf, idTexts } from '../event-id';
import { codeText, messageName, type Message, type Refusal } from './pasted';
import styles from './paste.module.css';

const SCOPES: Readonly<Record<string, string>> = {
  integrity: 'the whole of it, by its check sum',
  section: 'the section',
  descriptor: 'the descriptor loop',
  message: 'the message',
  text: 'the text',
};

function placeText({ scope, offset, at }: Refusal): string | null {
  const field = at === null || at === '' ? null : `field ${at}`;
  if (offset === null) return field;
  const what = scope === 'text' ? 'character' : 'byte';
  return `${what} ${offset} (0x${offset.toString(16).toUpperCase()})`;
}

/** Why it is refused, where, and that something could be read. */
export function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { reason, scope, lenient } = refusal;
  const partly = lenient === null ? null : 'What could still be read stands below.';
  return (
    <div className={styles.refused} role="status">
      <p className={styles.why}>
        <Mark name="fault" /> <b>Refused: {reason.replace(/_/gu, ' ')}</b>
      </p>
      <p>{codeText(reason)}</p>
      <Facts
        rows={[
          ['Breaks off', placeText(refusal)],
          ['Fault in', SCOPES[scope] ?? scope],
          ['Read all the same', lenient === null ? null : messageName(lenient)],
        ]}
      />
      {partly === null ? null : <p>{partly}</p>}
    </div>
  );
}

function idOf(message: Message): number | null {
  const { ops } = message;
  const first: unknown = Array.isArray(ops) ? ops[0] : null;
  if (typeof first !== 'object' || first === null) return eventIdOf({ scte35: message });
  const id = 'splice_event_id' in first ? first.splice_event_id : null;
  return typeof id === 'number' ? id : null;
}

/** What there is to know of a message. */
export function rowsOf(form: string, message: Message | null): FactRow[] {
  const eventId = message === null ? null : idOf(message);
  const ids = eventId === null ? null : idTexts(eventId);
  const place = message?.['program'];
  return [
    ['Form', form],
    ['Message', message === null ? null : messageName(message)],
    ['Event id', ids === null ? null : `${ids.hex} dec ${ids.decimal}`, 'id'],
    ['Program', typeof place === 'number' ? `${place}, PID ${String(message?.['pid'])}` : null],
  ];
}

/** The warnings, or that there are none. */
export function Warnings({ codes }: { readonly codes: readonly string[] }) {
  if (codes.length === 0) return <p>No warnings.</p>;
  return (
    <ul className={styles.warnings} aria-label="Warnings">
      {codes.map((code, at) => (
        <li key={at}>
          <Mark name="triangle" /> {codeText(code)}
        </li>
      ))}
    </ul>
  );
}
