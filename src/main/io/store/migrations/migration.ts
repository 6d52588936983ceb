// Owns the shape of a migration. Refuses change: a migration that has been shipped is never edited,
// a new one is added; a test holds the text of each.

/** One step of the schema. Additive, run once, in a transaction. */
export interface Migration {
  /** From 1, without gaps; becomes the database's user_version. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
