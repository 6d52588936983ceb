// Owns the one action of a notice about a source whose clock is wrong: trust its arrival, or judge
// it by its own clock again. Refuses to decide: the engine's answer is what is told.
import { ask } from '../../link/client';
import { cx } from '../../parts/cx';
import buttons from '../../parts/panel/panel.module.css';
import { acknowledge, say, type Notice } from '../../store/notices';

interface Trusting {
  readonly key: string;
  readonly address: string;
  readonly trusted: boolean;
}

/** Who acts on a notice has seen it: it is acknowledged with that. */
async function trust({ key, address, trusted }: Trusting): Promise<void> {
  const why = 'by hand at the console';
  const answer = await ask((client, signal) =>
    client.markers.trustArrival({ address, trusted, why }, { signal }),
  );
  if (!answer.ok) {
    say('warning', `Nothing changed for ${address}. ${answer.sentence}`);
    return;
  }
  acknowledge(key);
  if (trusted) say('info', `Cues from ${address} count by their arrival until a restart.`);
  else say('info', `Cues from ${address} are judged by their own clock again.`);
}

/** The button; nothing for other notices and for one that is over. */
export function TrustButton({ notice }: { readonly notice: Notice }) {
  const { trusts, over, key } = notice;
  if (trusts === undefined || over) return null;
  return (
    <button
      type="button"
      className={cx(buttons.button, buttons.small)}
      onClick={() => void trust({ key, ...trusts })}
    >
      {trusts.trusted ? 'Trust arrival time for this source' : 'Judge it by its clock again'}
    </button>
  );
}
