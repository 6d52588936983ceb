// Owns a row of choices of which one holds, each with its count. Refuses colour alone: the chosen
// one is underlined and says so to a reader.
import styles from './controls.module.css';

interface Props<T extends string | null> {
  readonly label: string;
  readonly chosen: T;
  readonly choices: readonly (readonly [T, string])[];
  readonly onChoose: (choice: T) => void;
}

/** The row. */
export function Segments<T extends string | null>({ label, chosen, choices, onChoose }: Props<T>) {
  return (
    <div className={styles.segments} role="group" aria-label={label}>
      {choices.map(([choice, words]) => (
        <button
          key={choice ?? ''}
          type="button"
          aria-pressed={choice === chosen}
          onClick={() => {
            onChoose(choice);
          }}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
