// Owns the hook behind every hold: pointer down starts it, 0.8 s later it fires; letting go,
// leaving, losing the window or losing the permission ends it at once. No key can start it.
import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import { HOLD_MS, isComplete, press, REST, type Hold } from './hold';

interface Holding {
  readonly hold: Hold;
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerLeave: () => void;
    readonly onPointerCancel: () => void;
  };
}

/** A hold that calls `fire` once when complete. `allowed` is looked at from start to end. */
export function useHold(allowed: boolean, fire: () => void): Holding {
  const [hold, setHold] = useState<Hold>(REST);
  const newest = useRef(fire);
  useEffect(() => {
    newest.current = fire;
  });
  const letGo = useCallback(() => {
    setHold((now) => (now.kind === 'held' ? REST : now));
  }, []);
  useEffect(() => {
    if (!allowed) letGo();
  }, [allowed, letGo]);
  useEffect(() => {
    if (hold.kind !== 'held') return;
    const complete = (): void => {
      const nowMs = performance.now();
      if (!isComplete(hold, nowMs)) {
        timer = setTimeout(complete, 10);
        return;
      }
      setHold({ kind: 'fired', atMs: nowMs });
      newest.current();
    };
    let timer = setTimeout(complete, HOLD_MS);
    addEventListener('blur', letGo);
    return () => {
      clearTimeout(timer);
      removeEventListener('blur', letGo);
    };
  }, [hold, letGo]);
  const onPointerDown = (event: PointerEvent): void => {
    const pressed = { button: event.button, primary: event.isPrimary, allowed };
    setHold(press(pressed, performance.now()));
  };
  const end = { onPointerUp: letGo, onPointerLeave: letGo, onPointerCancel: letGo };
  return { hold, pointer: { onPointerDown, ...end } };
}
