// Owns the sums of money as the journal has them, read once when the engine's memory is built: from
// then on the flows add to them. Refuses to add currencies together, and what was rehearsed to what
// is real.
import type { Database } from 'better-sqlite3';
import type { MoneyTotal } from '../../../../contract/status';

interface Decided {
  readonly currency: string;
  readonly rehearsal: number;
  readonly status: string;
  readonly count: number;
  readonly cents: number | null;
}

interface Written {
  readonly currency: string;
  readonly rehearsal: number;
  readonly status: string;
  readonly count: number;
  readonly grossCents: number;
  readonly dueCents: number;
}

/** The currency of an auction and the gross of a settlement stand in the journal alone. */
const DECIDED =
  "SELECT json_extract(j.body, '$.terms.price.currency') AS currency, a.rehearsal, a.status, " +
  'count(*) AS count, sum(a.price_cents) AS cents ' +
  'FROM auctions a JOIN journal j ON j.seq = a.seq ' +
  "WHERE a.status IN ('SOLD', 'UNSOLD') GROUP BY 1, 2, 3";
const WRITTEN =
  'SELECT s.currency, s.rehearsal, s.status, count(*) AS count, ' +
  "sum(json_extract(j.body, '$.settlement.grossCents')) AS grossCents, " +
  'sum(s.total_due_cents) AS dueCents FROM settlements s JOIN journal j ON j.seq = s.seq ' +
  'GROUP BY 1, 2, 3';

type Total = { -readonly [K in keyof MoneyTotal]: MoneyTotal[K] };

function totalIn(totals: Total[], row: { currency: string; rehearsal: number }): Total {
  const { currency } = row;
  const rehearsal = row.rehearsal === 1;
  const known = totals.find((it) => it.currency === currency && it.rehearsal === rehearsal);
  if (known !== undefined) return known;
  const nothing = { count: 0, cents: 0 };
  const sums = { sold: nothing, gross: nothing, due: nothing, gateway: nothing };
  const made: Total = { currency, rehearsal, ...sums, decided: 0, states: {} };
  totals.push(made);
  return made;
}

function plus(sum: MoneyTotal['sold'], count: number, cents: number): MoneyTotal['sold'] {
  return { count: sum.count + count, cents: sum.cents + cents };
}

/** The totals, one a currency and kind; none where nothing was ever decided. */
export function moneyTotals(db: Database): MoneyTotal[] {
  const totals: Total[] = [];
  for (const row of db.prepare<[], Decided>(DECIDED).all()) {
    const total = totalIn(totals, row);
    total.decided += row.count;
    if (row.status === 'SOLD') total.sold = plus(total.sold, row.count, row.cents ?? 0);
  }
  for (const row of db.prepare<[], Written>(WRITTEN).all()) {
    const total = totalIn(totals, row);
    const { count, dueCents } = row;
    total.gross = plus(total.gross, count, row.grossCents);
    total.due = plus(total.due, count, dueCents);
    total.states = { ...total.states, [row.status.toLowerCase()]: { count, cents: dueCents } };
  }
  return totals;
}
