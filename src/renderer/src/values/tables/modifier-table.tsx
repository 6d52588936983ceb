// Owns the table of modifiers: whether each is taken to hold now, the house's factor, the show's,
// and what is staged. The tick changes only what is tried out here, never the engine.
import type { ModifierName, PriceBook, PriceBookVersion } from '../../../../contract/price-book';
import { cx } from '../../parts/cx';
import tables from '../../parts/panel/table.module.css';
import { factorText } from '../../parts/text/money';
import { modifierName } from '../../parts/text/words';
import { changeText, readFactor, stagedOf, type Edit, type EditKey } from '../book-edits';
import { MODIFIER_WORDS } from '../modifier-words';
import type { Holding } from '../preview/use-holding';
import { useValues } from '../values-store';
import { EditCell } from './edit-cell';
import { Heads } from './heads';
import styles from './tables.module.css';

interface Props {
  readonly version: PriceBookVersion;
  readonly edits: readonly Edit[];
  readonly house: PriceBook | null;
  readonly holding: Holding;
}

const DASH = '\u2013';
const NAMES = Object.keys(MODIFIER_WORDS) as ModifierName[];

function Holds({ name, holding }: { readonly name: ModifierName; readonly holding: Holding }) {
  const holds = holding.names.includes(name);
  const turn = (): void => {
    const rest = holding.names.filter((known) => known !== name);
    useValues.setState({ holding: holds ? rest : [...rest, name] });
  };
  return (
    <label className={styles.holds}>
      <input
        type="checkbox"
        className={tables.check}
        checked={holds}
        aria-label={`Try ${modifierName(name)}`}
        onChange={turn}
      />
      {holds ? <b>holds</b> : null}
      <span>{MODIFIER_WORDS[name]}</span>
    </label>
  );
}

function Row({ version, edits, house, holding, name }: Props & { readonly name: ModifierName }) {
  const { book } = version;
  const key: EditKey = `modifier:${name}`;
  const from = book.modifiers[name];
  const to = stagedOf(edits, key, from);
  const slides = useValues((state) => state.slides === name);
  return (
    <tr>
      <th scope="row">{modifierName(name)}</th>
      <td>
        <Holds name={name} holding={holding} />
      </td>
      <td className={styles.dim}>{house === null ? DASH : factorText(house.modifiers[name])}</td>
      <td className={tables.figure}>{factorText(from)}</td>
      <td className={cx(styles.entry, slides && styles.slides)}>
        <EditCell
          {...{ from, to }}
          editKey={key}
          label={`${modifierName(name)} factor`}
          currency={book.currency}
          locked={false}
          read={readFactor}
          bounds="1.00 to 5.00"
          onFocus={() => {
            useValues.setState({ slides: name });
          }}
        />
      </td>
      <td className={styles.dim}>{from === to ? DASH : changeText(from, to)}</td>
    </tr>
  );
}

/** The table. */
export function ModifierTable(props: Props) {
  const titles = ['Now', 'Default', `Show v${props.version.version}`, 'Pending', 'Change'];
  return (
    <div className={tables.scroll} tabIndex={0} role="group" aria-label="Modifiers">
      <table className={cx(tables.table, styles.table)}>
        <Heads first="Modifier" titles={titles} />
        <tbody>
          {NAMES.map((name) => (
            <Row key={name} {...props} name={name} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
