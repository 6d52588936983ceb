// Owns what was pasted last, so that it is there again after a look at another screen. Refuses to
// outlive the page: a cue may be nobody else's business.
import { create } from 'zustand';
import type { PasteForm } from './pasted';

interface Pasted {
  readonly text: string;
  readonly form: PasteForm;
}

export const usePasted = create<Pasted>()(() => ({ text: '', form: 'text' }));

/** Puts something in the place of what was pasted. */
export function paste(change: Partial<Pasted>): void {
  usePasted.setState(change);
}
