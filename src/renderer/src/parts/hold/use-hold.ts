// Owns the hook behind every hold: pointer down starts it, 0.8 s later it fires; letting go,
// leaving, losing the window or losing the permission ends it at once, as do a sheet over it, the
// lock, silence, and another target than at the press. Where a ring takes keys it takes the
// surface's fire key alone, held as long; never Space, never Enter.
import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { SURFACE } from '../../app/keys/surface';
import { keyName, KEYS } from '../../app/keys/table';
import { isLocked, useLock } from '../../store/lock';
import { useVitals } from '../../store/vitals';
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
function useCalm(hold: Hold, set: (rest: Hold) => void): void {
  useEffect(() => {
    if (hold.kind !== 'fired') return;
    const timer = setTimeout(() => {
      set(REST);
    }, FIRED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [hold, set]);
}

/** Lets go once it is no longer allowed. */
function useAllowed(allowed: boolean, letGo: () => void): void {
  useEffect(() => {
    if (!allowed) letGo();
  }, [allowed, letGo]);
}

/** Whether something lies over a control, so that it is not in reach. */
function isCovered(control: HTMLElement | null): boolean {
  return (control?.closest('[inert]') ?? null) !== null;
}

/** Whether nothing may be held: the desk is locked, or the engine gave no word. */
function isBarred(): boolean {
  return isLocked() || useVitals.getState().stale;
}

/** Lets go at once of what is held when it may not go on, without waiting for a new drawing. */
function useInterrupts(held: boolean, stops: () => boolean, letGo: () => void): void {
  useEffect(() => {
    if (!held) return;
    const look = (): void => {
      if (stops()) letGo();
    };
    const sheets = new MutationObserver(look);
    sheets.observe(document.body, { subtree: true, attributeFilter: ['inert'] });
    const ends = [useLock.subscribe(look), useVitals.subscribe(look)];
    addEventListener('blur', letGo);
    return () => {
      sheets.disconnect();
      for (const end of ends) end();
      removeEventListener('blur', letGo);
    };
  }, [held, stops, letGo]);
}

/** Lets go when what is held about becomes something else than it was at the press. */
function useSameThing(held: boolean, about: string, changed: () => void): void {
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (!held) pressed.current = null;
    else if (pressed.current === null) pressed.current = about;
    else if (pressed.current !== about) changed();
  }, [held, about, changed]);
}

/** What takes part in a hold beside the pointer. */
export interface HoldKeys {
  /** The surface's fire key holds it too. */
  readonly byKey?: boolean | undefined;
  /** A key of its own is down: it is held as long as this stays true. */
  readonly pressed?: boolean | undefined;
  /** What it would do, in whatever words tell two apart: a hold does not outlast a change of it. */
  readonly about?: string | undefined;
  /** Told when a hold was let go of because that changed. */
  readonly onChanged?: (() => void) | undefined;
  /** It only unlocks: it is held on a locked desk too, and without a word from the engine. */
  readonly unlocks?: boolean | undefined;
}

/** Fires what was pressed, once, when the hold is complete. */
function useCompletion(hold: Hold, shot: RefObject<(() => void) | null>, done: (h: Hold) => void) {
  useEffect(() => {
    if (hold.kind !== 'held') return;
    const complete = (): void => {
      const nowMs = performance.now();
      if (!isComplete(hold, nowMs)) {
        timer = setTimeout(complete, 10);
        return;
      }
      const fire = shot.current;
      shot.current = null;
      if (fire === null) return;
      done({ kind: 'fired', atMs: nowMs });
      fire();
    };
    let timer = setTimeout(complete, HOLD_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [hold, shot, done]);
}

/**
 * A hold that calls `fire`, as it was at the press, once when complete. `allowed` is looked at from
 * start to end; what comes between (a sheet, the lock, silence, another target) lets go.
 */
export function useHold(allowed: boolean, fire: () => void, keys: HoldKeys = {}): Holding {
  const [hold, setHold] = useState<Hold>(REST);
  const { byKey = false, pressed = false, about = '', onChanged, unlocks = false } = keys;
  const control = useRef<HTMLButtonElement>(null);
  const newest = useRef({ fire, onChanged });
  const shot = useRef<(() => void) | null>(null);
  useEffect(() => {
    newest.current = { fire, onChanged };
  });
  const letGo = useCallback(() => {
    shot.current = null;
    setHold((now) => (now.kind === 'held' ? REST : now));
  }, []);
  const stops = useCallback(
    () => isCovered(control.current) || (!unlocks && isBarred()),
    [unlocks],
  );
  const changed = useCallback(() => {
    letGo();
    newest.current.onChanged?.();
  }, [letGo]);
  useCalm(hold, setHold);
  useAllowed(allowed, letGo);
  useSameThing(hold.kind === 'held', about, changed);
  useInterrupts(hold.kind === 'held', stops, letGo);
  useCompletion(hold, shot, setHold);
  const start = useCallback(
    (now: Hold) => {
      if (now.kind !== 'held' || stops()) return;
      shot.current = newest.current.fire;
      setHold(now);
    },
    [stops],
  );
  const keyDown = useCallback(() => {
    start(press({ button: 0, primary: true, allowed: true }, performance.now()));
  }, [start]);
  useFireKey(byKey && allowed, keyDown, letGo);
  usePressing(pressed, allowed ? keyDown : letGo, letGo);
  const onPointerDown = (event: PointerEvent): void => {
    start(press({ button: event.button, primary: event.isPrimary, allowed }, performance.now()));
  };
  const end = { onPointerUp: letGo, onPointerLeave: letGo, onPointerCancel: letGo };
  return { hold, control, pointer: { onPointerDown, ...end } };
}
