// Owns the facts of what a manual cue would do: sells, floor with its trace, auction, money, where
// it goes and how it is stamped, and the warning. Refuses a row nobody knows.
import type { TestCueResult } from '../../../../contract/auction';
import type { Mode } from '../../../../contract/status';
import { Facts } from '../../parts/controls/facts';
import { Mark } from '../../parts/marks/mark';
import { amountText } from '../../parts/text/money';
import { useAuctions } from '../../store/feeds';
import {
  auctionText,
  floorTrace,
  moneyWord,
  openWarning,
  sellsText,
  stampText,
} from './plan-words';
import styles from './fire.module.css';

interface Props {
  readonly answer: TestCueResult;
  readonly mode: Mode;
  /** The cue makes an event of its own. */
  readonly isNew: boolean;
}

const OPEN: readonly string[] = ['OPEN', 'EXTENDED', 'CLOSING'];

function Floor({ price }: { readonly price: NonNullable<TestCueResult['plan']>['price'] }) {
  if (price === null) return null;
  return (
    <>
      <b>
        {amountText(price.floorCents, price.currency)} {price.currency}
      </b>{' '}
      <span className={styles.trace}>{floorTrace(price)}</span>
    </>
  );
}

/** The facts. */
export function FireFacts({ answer, mode, isNew }: Props) {
  const { plan, cue } = answer;
  const auctions = useAuctions((state) => state.items);
  const open = auctions.filter(({ status }) => OPEN.includes(status)).map(({ id }) => id);
  const warning = openWarning(plan, open);
  const slot = plan?.slot ?? null;
  const auction = plan?.auction ?? null;
  const price = plan?.price ?? null;
  return (
    <>
      <Facts
        rows={[
          ['Sells', slot === null ? 'nothing' : <b key="sells">{sellsText(slot)}</b>],
          ['Floor', price === null ? null : <Floor key="floor" price={price} />],
          ['Auction', auction === null ? null : auctionText(auction)],
          ['Money', moneyWord(mode, slot !== null)],
          ['Goes to', 'this engine only, the way every cue goes'],
          ['Stamped', stampText(cue, isNew)],
        ]}
      />
      {warning === null ? null : (
        <p className={styles.warns}>
          <Mark name="triangle" />
          <span>{warning}</span>
        </p>
      )}
    </>
  );
}
