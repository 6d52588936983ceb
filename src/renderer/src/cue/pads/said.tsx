// Owns what a pad's cue says of its moment: event, team, game, flags. An empty field and an unset
// flag are silent, as on a real cue. Refuses to fire: Enter in a field does nothing.
import type { MarkerContext } from '../../../../contract/marker';
import type { PriceBook } from '../../../../contract/price-book';
import { eventName, FLAGS } from '../../parts/text/words';
import type { Said } from '../draft';
import { padsOf } from '../pad-rules';
import styles from './pads.module.css';

interface Props {
  readonly book: PriceBook;
  readonly said: Said;
  /** The event of the pad that is selected, or of Slot start. */
  readonly eventType: string;
  readonly onEvent: (eventType: string) => void;
  readonly onChange: (part: Partial<Said>) => void;
  /** The selected pad follows a cue that was heard: nothing can be said anew. */
  readonly follows: boolean;
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, most, onChange }: FieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        value={value}
        maxLength={most}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </label>
  );
}

function toggled(flags: Said['flags'], flag: keyof MarkerContext): Said['flags'] {
  const next = new Set(flags);
  if (!next.delete(flag)) next.add(flag);
  return next;
}

function Flags({ said, onChange }: Pick<Props, 'said' | 'onChange'>) {
  return (
    <div className={styles.flags} role="group" aria-label="Flags">
      {FLAGS.map(([flag, word]) => (
        <button
          key={flag}
          type="button"
          aria-pressed={said.flags.has(flag)}
          onClick={() => {
            onChange({ flags: toggled(said.flags, flag) });
          }}
        >
          {word}
        </button>
      ))}
    </div>
  );
}

/** The row. */
export function SaidRow({ book, said, eventType, onEvent, onChange, follows }: Props) {
  return (
    <fieldset className={styles.said} disabled={follows} aria-label="What it says">
      <div className={styles.fields}>
        <label>
          <span>Event</span>
          <select
            value={eventType}
            onChange={(event) => {
              onEvent(event.target.value);
            }}
          >
            {padsOf(book).map(([type]) => (
              <option key={type} value={type}>
                {eventName(type)}
              </option>
            ))}
          </select>
        </label>
        <Field
          label="Team"
          value={said.teamId}
          most={64}
          onChange={(teamId) => {
            onChange({ teamId });
          }}
        />
        <Field
          label="Game id"
          value={said.gameId}
          most={128}
          onChange={(gameId) => {
            onChange({ gameId });
          }}
        />
      </div>
      <Flags {...{ said, onChange }} />
    </fieldset>
  );
}
