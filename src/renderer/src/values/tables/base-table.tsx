// Owns the table of base values: the house's, the show's, what is staged, and what each event would
// cost now without and with it. Refuses to do that sum: the engine prices every one.
import type { RefObject } from 'react';
import type { PriceBook, PriceBookVersion, PriceTrace } from '../../../../contract/price-book';
import { select, useRoute } from '../../app/route';
import { padsOf } from '../../cue/pad-rules';
import { cx } from '../../parts/cx';
import tables from '../../parts/panel/table.module.css';
import { amountText } from '../../parts/text/money';
import { eventName } from '../../parts/text/words';
import { readAmount, stagedOf, type Edit, type EditKey } from '../book-edits';
import { useValues } from '../values-store';
import { EditCell } from './edit-cell';
import { Heads } from './heads';
import styles from './tables.module.css';

interface Props {
  readonly version: PriceBookVersion;
  readonly edits: readonly Edit[];
  readonly house: PriceBook | null;
  readonly locked: boolean;
}

type Body = RefObject<HTMLDivElement | null>;

const DASH = '\u2013';

function Floor({ trace }: { readonly trace: PriceTrace | null | undefined }) {
  if (trace === null || trace === undefined) return DASH;
  return amountText(trace.floorCents, trace.currency);
}

function Row({ version, edits, house, locked, type }: Props & { readonly type: string }) {
  const { book } = version;
  const { currency } = book;
  const picked = useRoute((route) => route.pick === type);
  const moment = useValues((state) => state.moments?.find(({ then }) => then.eventType === type));
  const price = book.events[type];
  if (price === undefined) return null;
  const key: EditKey = `event:${type}`;
  const from = price.baseCents;
  const was = house?.currency === currency ? house.events[type]?.baseCents : undefined;
  const pick = (): void => {
    select(type, true);
  };
  return (
    <tr className={cx(picked && styles.picked)} aria-current={picked} onClick={pick}>
      <th scope="row" className={styles.event} title={eventName(type)}>
        {eventName(type)}
      </th>
      <td>
        {price.importance}, {price.slotMs / 1000} s
      </td>
      <td className={styles.dim}>{was === undefined ? DASH : amountText(was, currency)}</td>
      <td className={tables.figure}>{amountText(from, currency)}</td>
      <td className={styles.entry}>
        <EditCell
          {...{ currency, from, locked }}
          to={stagedOf(edits, key, from)}
          editKey={key}
          label={`${eventName(type)} base, ${currency}`}
          read={(text) => readAmount(text, currency)}
          bounds="0.00 or more"
          onFocus={pick}
        />
      </td>
      <td className={styles.dim}>
        <Floor trace={moment?.now} />
      </td>
      <td className={cx(tables.figure, styles.strong)}>
        <Floor trace={moment?.then} />
      </td>
    </tr>
  );
}

/** The table. */
export function BaseTable({ body, ...props }: Props & { readonly body: Body }) {
  const { book, version } = props.version;
  const show = `Show v${version}`;
  const titles = ['Importance, slot', 'Default', show, 'Pending', 'Effective now', 'With pending'];
  return (
    <div ref={body} className={tables.scroll} tabIndex={0} role="group" aria-label="Base values">
      <table className={cx(tables.table, styles.table)}>
        <Heads first="Event" titles={titles} />
        <tbody>
          {padsOf(book).map(([type]) => (
            <Row key={type} {...props} type={type} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
