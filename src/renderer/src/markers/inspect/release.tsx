// Owns the hold that releases a quarantined marker, and the line that says who released one.
// Refuses a click: what is released is judged at once and may start an auction.
import { useState } from 'react';
import type { Marker } from '../../../../contract/marker';
import { ask } from '../../link/client';
import { HoldButton } from '../../parts/hold/hold-button';
import { clockOf } from '../../parts/text/time';
import { useLock } from '../../store/lock';
import { say } from '../../store/notices';
import { useVitals } from '../../store/vitals';
import styles from './inspect.module.css';

async function releaseOf(id: string): Promise<void> {
  const answer = await ask((client, signal) => client.markers.release({ id }, { signal }));
  if (!answer.ok) {
    say('warning', `Releasing ${id} refused. ${answer.sentence}`);
    return;
  }
  const { status, auctionId } = answer.value;
  const started = auctionId === null ? '' : ` It started ${auctionId}.`;
  say('info', `${id} was released: ${status.toLowerCase()}.${started}`);
}

/** The hold for a quarantined marker; who released it where one was; else nothing. */
export function Release({ marker }: { readonly marker: Marker }) {
  const { id, status, source, released } = marker;
  const stale = useVitals((vitals) => vitals.stale);
  const locked = useLock((lock) => lock.sinceMs !== null);
  const [asking, setAsking] = useState(false);
  if (released !== undefined) {
    return (
      <p>
        Released by {released.by} at {clockOf(released.at)}.
      </p>
    );
  }
  if (status !== 'QUARANTINED') return null;
  const fire = (): void => {
    setAsking(true);
    void releaseOf(id).finally(() => {
      setAsking(false);
    });
  };
  return (
    <div className={styles.release}>
      <HoldButton
        label={`Hold to release ${id}`}
        allowed={!stale && !locked && !asking}
        pressed={false}
        onFire={fire}
      >
        Hold to release
      </HoldButton>
      <p>Judges it now; it may start an auction. {source.address} stays off the list.</p>
    </div>
  );
}
