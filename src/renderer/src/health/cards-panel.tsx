// Owns the table of network cards: address, MAC, link, packets a second, and who hears on each.
// Refuses a guess: what this system does not tell says so.
import { KeyCap } from '../parts/marks/badge';
import { Mark } from '../parts/marks/mark';
import buttons from '../parts/panel/panel.module.css';
import { Panel } from '../parts/panel/panel';
import { Empty, Loading } from '../parts/panel/states';
import { countText } from '../parts/text/money';
import { useAction } from '../app/keys/use-action';
import { cx } from '../parts/cx';
import type { NetworkCard } from '../../../contract/host/machine';
import { useMachine } from './ask/asked';
import { saveBundle } from './ask/bundle';
import { speedText, whyOfCard } from './how-to-fix';
import styles from './health.module.css';

const UNTOLD = 'not told';

function Link({ card }: { readonly card: NetworkCard }) {
  if (card.loopback) return <>this machine</>;
  if (card.link === null) return <span className={styles.faint}>{UNTOLD}</span>;
  return (
    <span className={styles.state}>
      <Mark name={card.link === 'up' ? 'tick' : 'square'} /> {card.link}
      {card.speedMbits === null ? '' : ` ${speedText(card.speedMbits)}`}
    </span>
  );
}

function Row({ card }: { readonly card: NetworkCard }) {
  const { why, look } = whyOfCard(card);
  return (
    <tr className={cx(look && styles.look)}>
      <th scope="row">{card.name}</th>
      <td title={card.addresses.join(', ')}>
        {card.addresses[0] ?? <span className={styles.faint}>no address</span>}
        {card.addresses.length > 1 ? (
          <span className={styles.faint}> and {card.addresses.length - 1} more</span>
        ) : null}
      </td>
      <td className={styles.mono}>{card.mac ?? '\u2013'}</td>
      <td>
        <Link card={card} />
      </td>
      <td className={styles.figure}>
        {card.packetsPerSecond === null ? '\u2013' : countText(card.packetsPerSecond)}
      </td>
      <td className={styles.fix}>{why}</td>
    </tr>
  );
}

function Table({ cards }: { readonly cards: readonly NetworkCard[] }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Network cards">
      <table className={styles.table}>
        <thead>
          <tr>
            {['Card', 'Address', 'MAC', 'Link'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className={styles.figure}>
              Packets/s in
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <Row key={card.name} card={card} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The panel, with the support bundle at its end. */
export function CardsPanel() {
  const { value, fault } = useMachine();
  useAction('health.bundle', () => void saveBundle());
  const bundle = (
    <button
      type="button"
      className={cx(buttons.button, buttons.small)}
      onClick={() => void saveBundle()}
    >
      Support bundle <KeyCap>B</KeyCap>
    </button>
  );
  return (
    <Panel title="Network cards" hint="read every 2 s" end={bundle} place="cards">
      {value !== null ? (
        <Table cards={value.cards} />
      ) : fault === null ? (
        <Loading rows={3} />
      ) : (
        <Empty title="The cards cannot be read">{fault} It is asked for again.</Empty>
      )}
    </Panel>
  );
}
