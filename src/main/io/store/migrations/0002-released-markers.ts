// Owns schema 2: where in the journal a quarantined marker was released. Refuses edits: a shipped
// migration stays as it is.
import type { Migration } from './migration';

/** Schema 2. */
export const releasedMarkers: Migration = {
  version: 2,
  name: 'released-markers',
  sql: 'ALTER TABLE markers ADD COLUMN released_seq INTEGER;\n',
};
