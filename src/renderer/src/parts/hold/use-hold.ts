// Owns the hook behind every hold: pointer down starts it, 0.8 s later it fires; letting go,
// leaving, losing the window or losing the permission ends it at once. Where a ring takes keys it
// takes the surface's fire key alone, held as long; never Space, never Enter.
import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { SURFACE } from '../../app/keys/surface';
import { keyName, KEYS } from '../../app/keys/table';
import { FIRED_MS, HOLD_MS, isComplete, press, REST, type Hold } from './hold';

interface Holding {
  readonly hold: Hold;
  /** Goes on the control that is held, so that one under a sheet takes no key. */
  readonly control: RefObject<HTMLButtonElement | null>;
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerLeave: () => void;
    readonly onPointerCancel: () => void;
  };
}

const FIRE_KEYS = KEYS.find((row) => row.action === 'fire')?.[SURFACE] ?? [];

/** Calls `down` when the fire key goes down and `up` when it comes up, while `on`. */
function useFireKey(on: boolean, down: () => void, up: () => void): void {
  useEffect(() => {
    if (!on) return;
    const onDown = (event: KeyboardEvent): void => {
      if (!FIRE_KEYS.includes(keyName(event))) return;
      event.preventDefault();
      if (!event.repeat) down();
    };
    const onUp = (event: KeyboardEvent): void => {
      if (FIRE_KEYS.includes(keyName(event))) up();
    };
    addEventListener('keydown', onDown);
    addEventListener('keyup', onUp);
    return () => {
      removeEventListener('keydown', onDown);
      removeEventListener('keyup', onUp);
    };
  }, [on, down, up]);
}

/** Calls `down` and `up` when the key itself goes down and up, never because anything else did. */
function usePressing(pressed: boolean, down: () => void, up: () => void): void {
  const newest = useRef({ down, up });
  useEffect(() => {
    newest.current = { down, up };
  });
  useEffect(() => {
    if (pressed) newest.current.down();
    else newest.current.up();
  }, [pressed]);
}

/** Ends the look of having fired after a while. */
function useCalm(hold: Hold, calm: () => void): void {
  useEffect(() => {
    if (hold.kind !== 'fired') return;
    const timer = setTimeout(calm, FIRED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [hold, calm]);
}

/** What takes part in a hold beside the pointer. */
export interface HoldKeys {
  /** The surface's fire key holds it too. */
  readonly byKey?: boolean | undefined;
  /** A key of its own is down: it is held as long as this stays true. */
  readonly pressed?: boolean | undefined;
}

/** A hold that calls `fire` once when complete. `allowed` is looked at from start to end. */
export function useHold(allowed: boolean, fire: () => void, keys: HoldKeys = {}): Holding {
  const [hold, setHold] = useState<Hold>(REST);
  const { byKey = false, pressed = false } = keys;
  const control = useRef<HTMLButtonElement>(null);
  const newest = useRef(fire);
  useEffect(() => {
    newest.current = fire;
  });
  const letGo = useCallback(() => {
    setHold((now) => (now.kind === 'held' ? REST : now));
  }, []);
  const calm = useCallback(() => {
    setHold((now) => (now.kind === 'fired' ? REST : now));
  }, []);
  useCalm(hold, calm);
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
  const keyDown = useCallback(() => {
    const under = control.current?.closest('[inert]') ?? null;
    if (under === null)
      setHold(press({ button: 0, primary: true, allowed: true }, performance.now()));
  }, []);
  useFireKey(byKey && allowed, keyDown, letGo);
  usePressing(pressed, allowed ? keyDown : letGo, letGo);
  const onPointerDown = (event: PointerEvent): void => {
    const pressed = { button: event.button, primary: event.isPrimary, allowed };
    setHold(press(pressed, performance.now()));
  };
  const end = { onPointerUp: letGo, onPointerLeave: letGo, onPointerCancel: letGo };
  return { hold, control, pointer: { onPointerDown, ...end } };
}
