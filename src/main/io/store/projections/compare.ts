// Owns the comparison of the projections with those made anew from the journal, row by row, and of
// the two schemas. Refuses to compare what is no projection.
import type { Database } from 'better-sqlite3';

/** The tables that no entry makes. */
const NO_PROJECTIONS = new Set(['journal', 'write_probe']);

type Row = readonly unknown[];

/** The first difference as a sentence; null where the projections are equal. */
export function compareProjections(actual: Database, rebuilt: Database): string | null {
  const schema = compareSchema(actual, rebuilt);
  if (schema !== null) return schema;
  for (const table of tables(rebuilt)) {
    const difference = compareTable(actual, rebuilt, table);
    if (difference !== null) return difference;
  }
  return null;
}

function compareSchema(actual: Database, rebuilt: Database): string | null {
  const [have, want] = [actual, rebuilt].map(
    (db) => new Map(db.prepare<[], [string, string]>(SCHEMA).raw().all()),
  );
  for (const name of new Set([...(want?.keys() ?? []), ...(have?.keys() ?? [])])) {
    if (have?.get(name) !== want?.get(name)) return `the schema differs at ${name}`;
  }
  return null;
}

const SCHEMA = "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'";

function tables(db: Database): string[] {
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  return names.filter((name) => !name.startsWith('sqlite_') && !NO_PROJECTIONS.has(name));
}

function compareTable(actual: Database, rebuilt: Database, table: string): string | null {
  const columns = columnsOf(rebuilt, table);
  const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const names = [...keys, ...columns.filter(({ pk }) => pk === 0)].map(({ name }) => name);
  const order = keys.map(({ name }) => name).join(', ');
  const sql = `SELECT ${names.join(', ')} FROM ${table} ORDER BY ${order}`;
  const [have, want] = [rowsOf(actual, sql), rowsOf(rebuilt, sql)];
  try {
    for (;;) {
      const pair = { have: nextRow(have), want: nextRow(want), names };
      if (pair.have === null && pair.want === null) return null;
      const difference = compareRow(pair);
      if (difference !== null) return `projection ${table}, ${difference}`;
    }
  } finally {
    have.return?.();
    want.return?.();
  }
}

interface Pair {
  readonly have: Row | null;
  readonly want: Row | null;
  readonly names: readonly string[];
}

function compareRow({ have, want, names }: Pair): string | null {
  if (have === null) return `a row for ${String(want?.[0])} is missing`;
  if (want === null) return `the row for ${String(have[0])} comes from nowhere`;
  const at = names.findIndex((_, column) => have[column] !== want[column]);
  if (at < 0) return null;
  const says = `${String(have[at])}, the journal says ${String(want[at])}`;
  return `row ${String(have[0])}: ${names[at]} is ${says}`;
}

function columnsOf(db: Database, table: string): { name: string; pk: number }[] {
  return db.pragma(`table_info(${table})`) as { name: string; pk: number }[];
}

function rowsOf(db: Database, sql: string): IterableIterator<Row> {
  return db.prepare<[], Row>(sql).raw().iterate();
}

function nextRow(rows: IterableIterator<Row>): Row | null {
  const next = rows.next();
  return next.done === true ? null : next.value;
}
