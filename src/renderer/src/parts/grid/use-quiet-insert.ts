// Owns the rule that nothing is pushed away from under the pointer: while it moves over a list, new
// rows wait above and are counted; they come in when it leaves or rests for three seconds.
import { useEffect, useRef, useState } from 'react';
import { rowsAbove } from './window';

const RESTS_MS = 3_000;

interface Quiet {
  /** Rows waiting above. */
  readonly waiting: number;
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
}

/** How many of the newest rows to hold back, and the pointer's part in it. */
export function useQuietInsert(keys: readonly string[]): Quiet {
  const [pin, setPin] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = (): void => {
    clearTimeout(timer.current);
    setPin(null);
  };
  const first = keys[0] ?? null;
  const onPointerMove = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(release, RESTS_MS);
    setPin((pinned) => (pinned !== null && keys.includes(pinned) ? pinned : first));
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return { waiting: rowsAbove(keys, pin), onPointerMove, onPointerLeave: release };
}
