// Owns the run of the migrations: each in its own transaction together with its version number, so
// a pulled plug leaves the database at a version or the next, never between.
import type { Database } from 'better-sqlite3';
import { assert } from '../../../core/lib/assert';
import { APPLICATION_ID } from '../database/application-id';
import { MIGRATIONS } from './index';
import type { Migration } from './migration';

/** The schema this program writes. */
export const LATEST_VERSION = MIGRATIONS.length;

/** Brings the schema up to date; gives the number of steps it took. Throws SQLite's errors. */
export function migrate(db: Database, steps: readonly Migration[] = MIGRATIONS): number {
  const from = Number(db.pragma('user_version', { simple: true }));
  const missing = steps.slice(from);
  missing.forEach((step, at) => {
    assert(step.version === from + at + 1, `migration ${step.name} is out of order`);
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  });
  return missing.length;
}
