// Owns the eight pads: digit, name, what each would send. A digit or a press selects, and selecting
// fires nothing. Refuses to look ready while a pad is off: then it is dashed and says why.
import type { ManualPad } from '../../../../contract/marker';
import { useAction } from '../../app/keys/use-action';
import { cx } from '../../parts/cx';
import { padLine, padName, type PadEvent, type PadState } from './pad-words';
import styles from './pads.module.css';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface Props {
  readonly pads: readonly PadState[];
  readonly selected: ManualPad | null;
  /** The word on the selected pad: ARMED, READY or SELECTED. */
  readonly word: string;
  readonly event: PadEvent;
  readonly onSelect: (pad: ManualPad) => void;
}

interface PadProps extends Pick<Props, 'word' | 'event' | 'onSelect'> {
  readonly state: PadState;
  readonly digit: (typeof DIGITS)[number];
  readonly chosen: boolean;
}

function Pad({ state, digit, chosen, word, event, onSelect }: PadProps) {
  const { pad, off } = state;
  const select = (): void => {
    if (off === null) onSelect(pad);
  };
  useAction(`cue.pad-${digit}`, select);
  const line = padLine(state, event);
  return (
    <button
      type="button"
      className={cx(styles.pad, chosen && styles.chosen)}
      aria-pressed={chosen}
      disabled={off !== null}
      title={line}
      onClick={select}
    >
      <span className={styles.digit}>
        {digit}
        <i>{off !== null ? 'OFF' : chosen ? word : ''}</i>
      </span>
      <b>{padName(pad)}</b>
      <span>{line}</span>
    </button>
  );
}

/** The pads. */
export function PadGrid({ pads, selected, word, event, onSelect }: Props) {
  return (
    <div className={styles.pads} role="group" aria-label="Pads" tabIndex={-1} data-leads="">
      {pads.slice(0, DIGITS.length).map((state, at) => (
        <Pad
          key={state.pad}
          state={state}
          digit={DIGITS[at] ?? 8}
          chosen={state.pad === selected && state.off === null}
          {...{ word, event, onSelect }}
        />
      ))}
    </div>
  );
}
