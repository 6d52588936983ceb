// Owns the shape of a projection: a table (or a small family) that says what it does with each type
// of entry. Refuses knowledge of anything but entries: what is not in the journal is in no table.
import type { Entry, EntryType } from '../../../core/ledger/entries';

/** What a projection does with the types it cares for. Runs inside the entry's transaction. */
export type Projection = { readonly [T in EntryType]?: (entry: Entry<T>) => void };

/** Applies one entry to every projection. */
export type Apply = (entry: Entry) => void;

/** Joins projections; each type's work is looked up once. */
export function joined(projections: readonly Projection[]): Apply {
  const work = new Map<EntryType, ((entry: never) => void)[]>();
  for (const projection of projections) {
    for (const [type, apply] of Object.entries(projection)) {
      const list = work.get(type as EntryType) ?? [];
      work.set(type as EntryType, [...list, apply]);
    }
  }
  return (entry) => {
    for (const apply of work.get(entry.type) ?? []) apply(entry as never);
  };
}
