// Owns the hold that stops a listener, or starts it again. Refuses a click: a listener that is off
// hears no cue, so it is held for 0.8 s; the engine's answer is what is shown.
import { useState } from 'react';
import type { Listener } from '../../../../contract/status';
import { ask } from '../../link/client';
import { HoldButton } from '../../parts/hold/hold-button';
import { useLock } from '../../store/lock';
import { say } from '../../store/notices';
import { useVitals } from '../../store/vitals';

async function change(id: string, stop: boolean): Promise<void> {
  const wish = { id, why: 'by hand at the console' };
  const answer = await ask((client, signal) =>
    stop ? client.listeners.stop(wish, { signal }) : client.listeners.start(wish, { signal }),
  );
  if (!answer.ok) {
    say('warning', `${stop ? 'Stopping' : 'Starting'} ${id} refused. ${answer.sentence}`);
    return;
  }
  const { state, detail } = answer.value;
  if (state === 'fault') say('warning', `${id} does not listen: ${detail}.`);
  else say('info', stop ? `${id} hears no cue until it is started.` : `${id} listens.`);
}

/** The switch of one listener. */
export function ListenerSwitch({ listener }: { readonly listener: Listener }) {
  const { id, name = id, state } = listener;
  const stale = useVitals((vitals) => vitals.stale);
  const locked = useLock((lock) => lock.sinceMs !== null);
  const [asking, setAsking] = useState(false);
  const stop = state !== 'stopped';
  const fire = (): void => {
    setAsking(true);
    void change(id, stop).finally(() => {
      setAsking(false);
    });
  };
  return (
    <HoldButton
      label={`Hold to ${stop ? 'stop' : 'start'} ${name}`}
      allowed={!stale && !locked && !asking}
      pressed={false}
      onFire={fire}
    >
      {stop ? 'Hold to stop' : 'Hold to start'}
    </HoldButton>
  );
}
