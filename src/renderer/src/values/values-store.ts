// Owns what is staged, and applying it: whole, under one name, from the version it was made from.
// Refuses to apply over somebody else's change: the engine says so, and the book is read again.
import { create } from 'zustand';
import type {
  ModifierName,
  PreviewedAuction,
  PreviewedMoment,
  PriceBookVersion,
} from '../../../contract/price-book';
import { ask } from '../link/client';
import { usePriceBook } from '../store/answers';
import { say } from '../store/notices';
import { bookWith, nameOf, withEdit, type Edit } from './book-edits';

interface ValuesState {
  readonly edits: readonly Edit[];
  /** Edits taken back, the last one first in line to come again. */
  readonly undone: readonly Edit[];
  readonly why: string;
  readonly asking: boolean;
  readonly refusal: string | null;
  readonly versions: readonly PriceBookVersion[] | null;
  readonly preview: readonly PreviewedAuction[] | null;
  readonly previewFault: string | null;
  /** Every event as it would be priced now, under the book in force and with what is staged. */
  readonly moments: readonly PreviewedMoment[] | null;
  /** Which modifiers are assumed to hold; null: as in the last auction. */
  readonly holding: readonly ModifierName[] | null;
  /** The modifier that the slider moves. */
  readonly slides: ModifierName;
  /** The sheet that is open. */
  readonly sheet: 'apply' | 'unlock' | null;
  /** Until when base values may be changed on air, in the engine's time. */
  readonly unlockedUntilMs: number | null;
}

const CLEAN = {
  edits: [],
  undone: [],
  why: '',
  asking: false,
  refusal: null,
  sheet: null,
} as const;
/** How long base values stay unlocked on air. */
export const UNLOCKED_MS = 600_000;
const VERSIONS_MOST = 500;

export const useValues = create<ValuesState>()(() => ({
  ...CLEAN,
  versions: null,
  preview: null,
  previewFault: null,
  moments: null,
  holding: null,
  slides: 'close_game',
  unlockedUntilMs: null,
}));

/** Stages one value. */
export function stage(edit: Edit): void {
  const { edits } = useValues.getState();
  useValues.setState({ edits: withEdit(edits, edit), undone: [], refusal: null });
}

/** Takes the last staged value back. */
export function unstage(): void {
  const { edits, undone } = useValues.getState();
  const last = edits.at(-1);
  if (last !== undefined)
    useValues.setState({ edits: edits.slice(0, -1), undone: [...undone, last] });
}

/** Stages again what was taken back last. */
export function restage(): void {
  const { edits, undone } = useValues.getState();
  const last = undone.at(-1);
  if (last !== undefined)
    useValues.setState({ edits: [...edits, last], undone: undone.slice(0, -1) });
}

/** Drops everything staged. */
export function discard(): void {
  useValues.setState(CLEAN);
}

/** Reads every version there is, the newest first. */
export async function readVersions(): Promise<void> {
  const answer = await ask((client, signal) =>
    client.priceBook.versions({ limit: VERSIONS_MOST }, { signal }),
  );
  if (answer.ok) useValues.setState({ versions: [...answer.value.items].reverse() });
}

/** Prices the last auctions, and every event as if these held, under the book as it would be. */
export async function readPreview(holding: readonly ModifierName[]): Promise<void> {
  const book = usePriceBook.getState().value?.book;
  if (book === undefined) return;
  const { edits } = useValues.getState();
  const answer = await ask((client, signal) =>
    client.priceBook.preview({ book: bookWith(book, edits), holding: [...holding] }, { signal }),
  );
  if (useValues.getState().edits !== edits) return;
  if (answer.ok) {
    const { items, moments = null } = answer.value;
    useValues.setState({ preview: [...items].reverse(), moments, previewFault: null });
  } else useValues.setState({ previewFault: answer.sentence });
}

async function put(change: Pick<PriceBookVersion, 'name' | 'why' | 'book'>): Promise<void> {
  const now = usePriceBook.getState().value;
  if (now === null || useValues.getState().asking) return;
  useValues.setState({ asking: true, refusal: null });
  const answer = await ask((client, signal) =>
    client.priceBook.put({ ...change, fromVersion: now.version }, { signal }),
  );
  if (answer.ok) {
    usePriceBook.setState({ value: answer.value, fault: null });
    useValues.setState(CLEAN);
    say('info', `Book v${answer.value.version} holds from the next auction on: ${change.name}.`);
  } else {
    useValues.setState({ asking: false, refusal: answer.sentence });
    const book = await ask((client, signal) => client.priceBook.get({}, { signal }));
    if (book.ok) usePriceBook.setState({ value: book.value, fault: null });
  }
  await readVersions();
}

/** Applies everything staged as one version. */
export async function applyEdits(): Promise<void> {
  const now = usePriceBook.getState().value;
  const { edits, why } = useValues.getState();
  if (now === null || edits.length === 0) return;
  const name = nameOf(edits, now.book.currency);
  await put({ name, why, book: bookWith(now.book, edits) });
}

/** Applies the book before a version again, under a name that says what is undone. */
export async function undoVersion(
  undone: PriceBookVersion,
  before: PriceBookVersion,
): Promise<void> {
  const name = `Undo: ${undone.name}`.slice(0, 80);
  await put({ name, why: `The values of v${before.version} again.`, book: before.book });
}
