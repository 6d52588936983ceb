// Owns the shapes that go with the words of a state. Drawn, not typed, so that no font is needed.
// Refuses colour: a mark takes the colour of its text.
import styles from './marks.module.css';

const SHAPES = {
  tick: 'M2.5 6.5 5 9 9.5 3.5',
  equal: 'M2.5 4.5h7M2.5 7.5h7',
  triangle: 'M6 2.2 10.6 10.2H1.4Z',
  square: 'M2.5 2.5h7v7h-7Z',
  ring: 'M6 2.2a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6Z',
  query: 'M4 4.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3M6 9.4v.3',
  fault: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
} as const;
const SOLID: readonly string[] = ['triangle', 'square'];

export type MarkName = keyof typeof SHAPES;

/** A 12 px mark; hidden from readers, since the word beside it says the same. */
export function Mark({ name }: { readonly name: MarkName }) {
  const paint = SOLID.includes(name) ? styles.solid : styles.drawn;
  return (
    <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path className={paint} d={SHAPES[name]} />
    </svg>
  );
}
