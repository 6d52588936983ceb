// Owns asking the engine what a pasted cue is, and how a message is written: at once when it
// changes. Refuses an answer to what is no longer asked; the last one stays until the next is here.
import { useEffect, useState } from 'react';
import type { DecodedCue, EncodedCue } from '../../../../contract/marker';
import { ask } from '../../link/client';
import { useVitals } from '../../store/vitals';
import { questionOf, refusalOf, type Message, type PasteForm, type Refusal } from './pasted';

/** What the engine says of what was pasted. */
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'decoded'; readonly cue: DecodedCue }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly sentence: string };

async function decoded(text: string, form: PasteForm): Promise<Said> {
  const question = questionOf(text, form);
  const answer = await ask((client, signal) => client.markers.decode(question, { signal }));
  if (answer.ok) return { kind: 'decoded', cue: answer.value };
  const refusal = answer.code === 'undecodable' ? refusalOf(answer.data) : null;
  if (refusal !== null) return { kind: 'refused', refusal };
  return { kind: 'failed', sentence: answer.sentence };
}

/** What was pasted, and what is said of just that. */
export interface Answered {
  readonly text: string;
  readonly form: PasteForm;
  readonly said: Said;
}

/** What was pasted, taken apart; asked again when `retries` grows. */
export function useSaid(text: string, form: PasteForm, retries: number): Answered {
  const [answered, setAnswered] = useState<Answered | null>(null);
  const linked = useVitals((vitals) => vitals.phase === 'linked');
  const empty = text.trim() === '';
  useEffect(() => {
    if (empty || !linked) return;
    let wanted = true;
    void decoded(text, form).then((next) => {
      if (wanted) setAnswered({ text, form, said: next });
    });
    return () => {
      wanted = false;
    };
  }, [text, form, empty, linked, retries]);
  if (empty) return { text, form, said: { kind: 'nothing' } };
  return answered ?? { text, form, said: { kind: 'asking' } };
}

/** A message written by the engine; null until it is, and where it cannot be. */
export function useWritten(message: Message | null): EncodedCue | null {
  const key = message === null ? null : JSON.stringify(message);
  const [written, setWritten] = useState<{ key: string; cue: EncodedCue } | null>(null);
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    const asked = JSON.parse(key) as Record<string, unknown>;
    void ask((client, signal) => client.markers.encode(asked, { signal })).then((answer) => {
      if (wanted && answer.ok) setWritten({ key, cue: answer.value });
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  return written !== null && written.key === key ? written.cue : null;
}
