// Owns the hook that keeps selection and arming, and lapses by itself. A arms, Esc disarms; where
// nothing is armed Esc lets the selection go. Refuses to outlast its 10 s.
import { useEffect, useState } from 'react';
import type { ManualPad } from '../../../../contract/marker';
import { useAction } from '../../app/keys/use-action';
import { useAtNow } from '../../parts/use-now';
import { armed, armedLeftMs, disarmed, SAFE, selected, type Arming } from './arming';

/** What the screen does with it. */
export interface ArmingControls {
  readonly arming: Arming;
  readonly select: (pad: ManualPad) => void;
  readonly arm: () => void;
  readonly disarm: () => void;
  /** Esc: disarms, or lets the selection go where nothing is armed. */
  readonly leave: () => void;
}

/** Selection and arming. */
export function useArming(): ArmingControls {
  const [arming, setArming] = useState(SAFE);
  const lapsed = useAtNow(
    () => arming.untilMs !== null && armedLeftMs(arming, performance.now()) === 0,
  );
  useEffect(() => {
    if (lapsed) setArming(disarmed);
  }, [lapsed]);
  const arm = (): void => {
    setArming((now) => armed(now, performance.now()));
  };
  const disarm = (): void => {
    setArming(disarmed);
  };
  const leave = (): void => {
    setArming((now) => (now.untilMs === null ? SAFE : disarmed(now)));
  };
  useAction('leave', leave);
  const select = (pad: ManualPad): void => {
    setArming((now) => selected(now, pad));
  };
  return { arming: lapsed ? disarmed(arming) : arming, select, arm, disarm, leave };
}
