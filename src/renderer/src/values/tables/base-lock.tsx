// Owns the lock of base values: on air they cannot be edited here unless somebody unlocked them,
// and then for ten minutes. Refuses to unlock by a click: the sheet asks for a hold.
import { cx } from '../../parts/cx';
import { Badge } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import { spanText } from '../../parts/text/time';
import { Ticking } from '../../parts/ticking';
import { useAtNow } from '../../parts/use-now';
import { statusOf, useStatus } from '../../store/feeds';
import { engineNowMs } from '../../store/vitals';
import { useValues } from '../values-store';

/** Whether base values are locked now. */
export function useBaseLocked(): boolean {
  const onAir = useStatus((state) => statusOf(state)?.mode === 'ON_AIR');
  const until = useValues((state) => state.unlockedUntilMs);
  const open = useAtNow((nowMs) => until !== null && nowMs !== null && nowMs < until);
  return onAir && !open;
}

/** The lock's own controls; nothing while the engine is not on air. */
export function BaseLock() {
  const onAir = useStatus((state) => statusOf(state)?.mode === 'ON_AIR');
  const until = useValues((state) => state.unlockedUntilMs) ?? 0;
  const locked = useBaseLocked();
  if (!onAir) return null;
  const turn = (): void => {
    useValues.setState(locked ? { sheet: 'unlock' } : { unlockedUntilMs: null });
  };
  const left = (): string => `locks again in ${spanText(until - (engineNowMs() ?? until))}`;
  return (
    <>
      <Badge tone={locked ? 'outlined' : 'attention'} word={locked ? 'LOCKED' : 'UNLOCKED'} />
      {locked ? null : <Ticking text={left} />}
      <button type="button" className={cx(panels.button, panels.small)} onClick={turn}>
        {locked ? 'Unlock…' : 'Lock now'}
      </button>
    </>
  );
}
