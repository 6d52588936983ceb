// Owns the heads of a table of values: the first two at the left, figures at the right.
// Refuses to sort.
import styles from './tables.module.css';

interface Props {
  readonly first: string;
  readonly titles: readonly string[];
}

/** The heads. */
export function Heads({ first, titles }: Props) {
  return (
    <thead className={styles.heads}>
      <tr>
        {[first, ...titles].map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
