// Owns the two ways in which the store says no: at the start (StartFault) and at work
// (StoreRefusal). Both have a code and a sentence a producer understands. Refuses bare errors.

/** Why a start is refused. */
export type StartCode =
  'locked' | 'damaged' | 'too_new' | 'foreign' | 'sqlite_too_old' | 'unwritable' | 'full';

/** The store cannot be opened; `message` is one line which says how to mend it. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
  readonly code: StartCode;
  constructor(code: StartCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** storage: nothing is taken until load(). cursor: a page was asked for with a foreign cursor. */
export type RefusalCode = 'storage' | 'cursor' | 'stopping';

/** The store did not do what it was asked; nothing of it was applied. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  readonly code: RefusalCode;
  readonly detail: string;
  constructor(code: RefusalCode, detail: string) {
    super(detail);
    this.code = code;
    this.detail = detail;
  }
}

/** What a thrown thing says, with SQLite's own code where it has one. */
export function sayError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  const isSqlite = typeof code === 'string' && code.startsWith('SQLITE');
  return isSqlite ? `${error.message} (${code})` : error.message;
}

/** A refusal from anything that went wrong while recording. */
export function refusalOf(error: unknown): StoreRefusal {
  if (error instanceof StoreRefusal) return error;
  return new StoreRefusal('storage', sayError(error));
}

/** What everything after close() is refused with. */
export function closedRefusal(): StoreRefusal {
  return new StoreRefusal('stopping', 'The store is closing.');
}
