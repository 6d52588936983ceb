// Owns the test-cue pad: select an event, say for whom, hold 0.8 s by pointer. The cue goes the way
// every cue goes. Selecting fires nothing; Space and Enter never fire; off, it says why.
import { useState } from 'react';
import type { MarkerContext } from '../../../contract/marker';
import { Panel } from '../parts/panel/panel';
import { Empty, Loading } from '../parts/panel/states';
import { useAtNow } from '../parts/use-now';
import { usePriceBook } from '../store/answers';
import { statusOf, useStatus } from '../store/feeds';
import { CueFields } from './cue-fields';
import { EventPads } from './event-pads';
import { FireRow } from './fire-row';
import { fireCue, type CueDraft } from './cue-log';
import styles from './cue-pad.module.css';
import { ARMED_MS, padsOf } from './pad-rules';
import { useWhyOff } from './use-why-off';

const BLANK: CueDraft = { eventType: '', teamId: '', gameId: '', flags: new Set() };

/** The draft, and the moment at which it disarms by itself (monotonic ms, null: never). */
function useDraft() {
  const [draft, setDraft] = useState<CueDraft>(BLANK);
  const [untilMs, setUntilMs] = useState<number | null>(null);
  const onAir = useStatus((state) => statusOf(state)?.mode === 'ON_AIR');
  const change = (part: Partial<CueDraft>): void => {
    setDraft((old) => ({ ...old, ...part }));
    setUntilMs(onAir ? performance.now() + ARMED_MS : null);
  };
  const lapsed = useAtNow(() => untilMs !== null && performance.now() >= untilMs);
  return { draft: lapsed ? { ...draft, eventType: '' } : draft, untilMs, change };
}

function toggled(flags: CueDraft['flags'], flag: keyof MarkerContext): CueDraft['flags'] {
  const next = new Set(flags);
  if (!next.delete(flag)) next.add(flag);
  return next;
}

/** The panel with the pad. */
export function CuePad({ className }: { readonly className: string | undefined }) {
  const book = usePriceBook();
  const off = useWhyOff();
  const { draft, untilMs, change } = useDraft();
  const version = book.value;
  const fire = (): void => {
    void fireCue(draft);
  };
  return (
    <Panel title="Test cue" hint="select, then hold" place="cue" className={className}>
      {version === null && book.fault === null ? (
        <Loading rows={10} />
      ) : version === null ? (
        <Empty title="No price book">{book.fault} The pad needs its event types.</Empty>
      ) : (
        <div className={styles.body}>
          <EventPads
            pads={padsOf(version.book)}
            currency={version.book.currency}
            selected={draft.eventType}
            disabled={off !== null}
            onSelect={(eventType) => {
              change({ eventType: eventType === draft.eventType ? '' : eventType });
            }}
          />
          <CueFields
            draft={draft}
            onChange={change}
            onFlag={(flag) => {
              change({ flags: toggled(draft.flags, flag) });
            }}
          />
          <FireRow draft={draft} off={off} untilMs={untilMs} onFire={fire} />
        </div>
      )}
    </Panel>
  );
}
