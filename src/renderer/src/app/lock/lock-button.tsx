// Owns the padlock in the header: it locks the desk at once; on a locked desk it leads to the hold
// that unlocks. Refuses to unlock by a click.
import { lockDesk, useLock } from '../../store/lock';
import { engineNowMs } from '../../store/vitals';
import { useAction } from '../keys/use-action';
import { Padlock } from './padlock';

/** Locks the desk from now on. */
export function lockNow(): void {
  lockDesk(engineNowMs() ?? Date.now());
}

function goToUnlock(): void {
  document.querySelector<HTMLElement>('[aria-label="Notices"] button:last-of-type')?.focus();
}

/** The padlock; fills its cell of the header. */
export function LockButton({ className }: { readonly className: string | undefined }) {
  const locked = useLock((lock) => lock.sinceMs !== null);
  useAction('desk.lock', lockNow);
  return (
    <button
      type="button"
      className={className}
      aria-label={locked ? 'Desk locked: go to unlock' : 'Lock the desk'}
      title={locked ? 'Locked: hold to unlock in the notice line' : 'Lock the desk'}
      onClick={locked ? goToUnlock : lockNow}
    >
      <Padlock closed={locked} />
    </button>
  );
}
