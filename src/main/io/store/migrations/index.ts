// Owns the list of migrations, one line each, in order. Refuses edits of a shipped one: a test
// holds the text of each.
import { journalAndFirstProjections } from './0001-journal-and-first-projections';
import { releasedMarkers } from './0002-released-markers';
import type { Migration } from './migration';

/** Every migration there is. */
export const MIGRATIONS: readonly Migration[] = [journalAndFirstProjections, releasedMarkers];
