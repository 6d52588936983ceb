// Owns the Manual cue screen: select a pad, say for whom, arm it for 10 s, hold 0.8 s. Refuses to
// skip a step, and to keep anything armed after a shot.
import { useEffect, useState } from 'react';
import type { MarkerContext } from '../../../../contract/marker';
import type { PriceBook } from '../../../../contract/price-book';
import { useAction } from '../../app/keys/use-action';
import { KeyCap } from '../../parts/marks/badge';
import { Panel } from '../../parts/panel/panel';
import { Empty, Loading } from '../../parts/panel/states';
import { useAtNow } from '../../parts/use-now';
import { usePriceBook } from '../../store/answers';
import { CueFields } from '../cue-fields';
import { cueInput, fireCue, type CueDraft } from '../cue-log';
import { useWhyOff } from '../use-why-off';
import { armed, armedLeftMs, disarmed, SAFE, selected } from './arming';
import { ArmedPanel } from './armed-panel';
import styles from './cue-screen.module.css';
import { FiredTable } from './fired-table';
import { PadGrid } from './pad-grid';

type Said = Omit<CueDraft, 'eventType'>;

function toggled(flags: Said['flags'], flag: keyof MarkerContext): Said['flags'] {
  const next = new Set(flags);
  if (!next.delete(flag)) next.add(flag);
  return next;
}

/** Selection and arming, lapsing by themselves. */
function useArming() {
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
  useAction('cue.arm', arm);
  useAction('leave', disarm);
  return { arming: lapsed ? disarmed(arming) : arming, setArming, arm, disarm };
}

function Pads({ book }: { readonly book: PriceBook }) {
  const off = useWhyOff();
  const [said, setSaid] = useState<Said>({ teamId: '', gameId: '', flags: new Set() });
  const { arming, setArming, arm, disarm } = useArming();
  const draft: CueDraft = { ...said, eventType: arming.eventType };
  const change = (part: Partial<Said>): void => {
    setSaid((old) => ({ ...old, ...part }));
    disarm();
  };
  const fire = (): void => {
    void fireCue(draft);
    disarm();
  };
  return (
    <div className={styles.screen}>
      <Panel
        title="Pads"
        hint="a digit selects, it fires nothing"
        end={<KeyCap>1 – 8</KeyCap>}
        place="cue"
      >
        <PadGrid
          book={book}
          selected={arming.eventType}
          isArmed={arming.untilMs !== null}
          off={off}
          onSelect={(eventType) => {
            setArming((now) => selected(now, eventType));
          }}
        />
      </Panel>
      <Panel title="What it says" hint="an empty field is silent" place="said">
        <div className={styles.said}>
          <CueFields
            draft={draft}
            onChange={change}
            onFlag={(flag) => {
              change({ flags: toggled(said.flags, flag) });
            }}
          />
          <pre className={styles.exact} aria-label="Exactly what is sent" tabIndex={0}>
            {draft.eventType === '' ? 'nothing selected' : JSON.stringify(cueInput(draft))}
          </pre>
        </div>
      </Panel>
      <FiredTable />
      <ArmedPanel {...{ draft, book, arming, off }} onArm={arm} onDisarm={disarm} onFire={fire} />
    </div>
  );
}

/** The screen. */
export function CueScreen() {
  const { value, fault } = usePriceBook();
  if (value !== null) return <Pads book={value.book} />;
  return (
    <Panel title="Pads" place="cue">
      {fault === null ? (
        <Loading rows={10} />
      ) : (
        <Empty title="No price book">{fault} The pads need its event types.</Empty>
      )}
    </Panel>
  );
}
