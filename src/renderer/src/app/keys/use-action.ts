// Owns who answers to an action while it is on the page: screens and sheets say so for as long as
// they are shown. Refuses to know keys; the table does.
import { useEffect, useRef } from 'react';
import type { Action } from './table';

const doers = new Map<Action, (() => void)[]>();

/** Runs what answers to an action, the newest first; false where nobody does. */
export function act(action: Action): boolean {
  const run = doers.get(action)?.at(-1);
  run?.();
  return run !== undefined;
}

/** Whether anything on the page answers to an action now. */
export function answers(action: Action): boolean {
  return (doers.get(action)?.length ?? 0) > 0;
}

/** Answers to an action while the part is on the page. */
export function useAction(action: Action, run: () => void): void {
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  useEffect(() => {
    const doer = (): void => {
      newest.current();
    };
    doers.set(action, [...(doers.get(action) ?? []), doer]);
    return () => {
      doers.set(
        action,
        (doers.get(action) ?? []).filter((known) => known !== doer),
      );
    };
  }, [action]);
}
