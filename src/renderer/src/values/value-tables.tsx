// Owns the two tables of values: base values by event, factors by modifier, each with what the book
// has and what is staged. Refuses to sort by value: no row moves when one changes.
import { MODIFIER_WORDS } from './modifier-words';
import type { PriceBookVersion } from '../../../contract/price-book';
import { padsOf } from '../cue/pad-rules';
import { Panel } from '../parts/panel/panel';
import { amountText, factorText, shareText } from '../parts/text/money';
import { eventName, modifierName } from '../parts/text/words';
import { changeText, readAmount, readFactor, type Edit, type EditKey } from './book-edits';
import { EditCell } from './edit-cell';
import styles from './values.module.css';

interface Props {
  readonly version: PriceBookVersion;
  readonly edits: readonly Edit[];
}

function stagedOf(edits: readonly Edit[], key: EditKey, from: number): number {
  return edits.find((edit) => edit.key === key)?.to ?? from;
}

function change(from: number, to: number): string {
  return from === to ? '\u2013' : changeText(from, to);
}

function BaseRow({ version, edits, type }: Props & { readonly type: string }) {
  const { book } = version;
  const price = book.events[type];
  if (price === undefined) return null;
  const key: EditKey = `event:${type}`;
  const to = stagedOf(edits, key, price.baseCents);
  const label = `${eventName(type)} base, ${book.currency}`;
  return (
    <tr>
      <th scope="row">{eventName(type)}</th>
      <td>{price.importance}</td>
      <td>{price.slotMs / 1000} s</td>
      <td className={styles.figure}>{amountText(price.baseCents, book.currency)}</td>
      <td className={styles.figure}>
        <EditCell
          {...{ label, to }}
          editKey={key}
          currency={book.currency}
          from={price.baseCents}
          read={(text) => readAmount(text, book.currency)}
          bounds="0.00 or more"
        />
      </td>
      <td className={styles.figure}>{change(price.baseCents, to)}</td>
    </tr>
  );
}

function ModifierRow({
  version,
  edits,
  name,
}: Props & { readonly name: keyof typeof MODIFIER_WORDS }) {
  const { book } = version;
  const key: EditKey = `modifier:${name}`;
  const from = book.modifiers[name];
  const to = stagedOf(edits, key, from);
  return (
    <tr>
      <th scope="row">{modifierName(name)}</th>
      <td colSpan={2}>{MODIFIER_WORDS[name]}</td>
      <td className={styles.figure}>{factorText(from)}</td>
      <td className={styles.figure}>
        <EditCell
          {...{ from, to }}
          editKey={key}
          label={`${modifierName(name)} factor`}
          currency={book.currency}
          read={readFactor}
          bounds="1.00 to 5.00"
        />
      </td>
      <td className={styles.figure}>{change(from, to)}</td>
    </tr>
  );
}

function Heads({ first, titles }: { readonly first: string; readonly titles: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {titles.map((title, at) => (
          <th key={title} scope="col" colSpan={titles.length === 4 && at === 0 ? 2 : 1}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The two panels. */
export function ValueTables({ version, edits }: Props) {
  const { book } = version;
  const show = `Show v${version.version}`;
  const cap = `cap ${book.capBps / 10_000} × base`;
  const bounds = `1.00 to 5.00, ${cap}, reserve ${shareText(book.reserveBps)}`;
  const names = Object.keys(MODIFIER_WORDS) as (keyof typeof MODIFIER_WORDS)[];
  return (
    <>
      <Panel
        title={`Base values, ${book.currency}`}
        hint="Enter stages, nothing is applied"
        place="values"
      >
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="Base values">
          <table className={styles.table}>
            <Heads first="Event" titles={['Importance', 'Slot', show, 'Pending', 'Change']} />
            <tbody>
              {padsOf(book).map(([type]) => (
                <BaseRow key={type} {...{ version, edits, type }} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <Panel title="Modifiers" hint={bounds} place="modifiers">
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="Modifiers">
          <table className={styles.table}>
            <Heads first="Modifier" titles={['Holds when', show, 'Pending', 'Change']} />
            <tbody>
              {names.map((name) => (
                <ModifierRow key={name} {...{ version, edits, name }} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  );
}
