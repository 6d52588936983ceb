// Owns the Manual cue screen: select a pad, say of what, see the very bytes and what they will do,
// hold 0.8 s; ON AIR arm it first. Refuses to skip a step, and to keep anything armed after a shot.
import type { KeyboardEvent } from 'react';
import { MANUAL_PADS } from '../../../../contract/limits';
import type { PriceBook } from '../../../../contract/price-book';
import { useAction } from '../../app/keys/use-action';
import { KeyCap } from '../../parts/marks/badge';
import { Panel } from '../../parts/panel/panel';
import { Failed, Loading } from '../../parts/panel/states';
import { usePriceBook } from '../../store/answers';
import { ExactBytes } from '../bytes/exact-bytes';
import { dryRun, fireCue } from '../cue-log';
import { eventKeyOf, saysEvent, shotOf, type Said } from '../draft';
import { FirePanel } from '../fire/fire-panel';
import { HistoryTable } from '../history/history-table';
import { PadGrid } from '../pads/pad-grid';
import { SaidRow } from '../pads/said';
import styles from './cue-screen.module.css';
import { useDesk, type Desk } from './use-desk';

function Pads({ desk, book }: { readonly desk: Desk; readonly book: PriceBook }) {
  const { said, change, pads, pad, select, word } = desk;
  const eventKey = eventKeyOf(pad);
  const eventType = said[eventKey];
  const slotMs = book.events[said.slotEvent]?.slotMs ?? 0;
  const onEvent = (type: string): void => {
    change(eventKey === 'outEvent' ? { outEvent: type } : { slotEvent: type });
  };
  return (
    <Panel
      title="Pads"
      hint="press the digit to select, it fires nothing"
      end={<KeyCap>1 – 8</KeyCap>}
      place="cue"
    >
      <PadGrid
        pads={pads}
        selected={pad}
        word={word}
        event={{ eventType: said.slotEvent, slotMs }}
        onSelect={select}
      />
      <SaidRow
        {...{ book, said, eventType, onEvent }}
        follows={!saysEvent(pad)}
        onChange={(part: Partial<Said>) => {
          change(part);
        }}
      />
    </Panel>
  );
}

/** The fire key of a browser would press the button that has the focus, too. */
function spareButtons(event: KeyboardEvent): void {
  if (event.code === 'NumpadEnter') event.preventDefault();
}

function Screen({ book }: { readonly book: PriceBook }) {
  const desk = useDesk(book);
  const { pad, input, ready, arming, mode, answer } = desk;
  const arm = (): void => {
    if (ready === 'arm first') desk.arm();
  };
  useAction('cue.arm', arm);
  const shot = input === null || pad === null ? null : { ...input, pad };
  const fire = (): void => {
    if (shot === null) return;
    void fireCue(shotOf(shot, desk.target));
    desk.disarm();
  };
  const run = (): void => {
    if (shot === null) return;
    void dryRun(shot);
  };
  return (
    <div className={styles.screen} onKeyDown={spareButtons}>
      <div className={styles.left}>
        <Pads desk={desk} book={book} />
        <ExactBytes cue={answer?.cue ?? null} why={desk.noBytes} />
        <HistoryTable />
      </div>
      <FirePanel
        {...{ ready, arming, mode, answer, sentence: desk.sentence }}
        about={JSON.stringify([shot, desk.target, answer?.cue.eventId, desk.sentence])}
        arms={mode === 'ON_AIR'}
        digit={pad === null ? 0 : MANUAL_PADS.indexOf(pad) + 1}
        isNew={pad !== null && (saysEvent(pad) || pad === 'replay')}
        onArm={arm}
        onLeave={desk.leave}
        onDryRun={run}
        onFire={fire}
      />
    </div>
  );
}

/** The screen. */
export function CueScreen() {
  const { value, fault } = usePriceBook();
  if (value !== null) return <Screen book={value.book} />;
  return (
    <div className={styles.screen}>
      <Panel title="Pads" place="cue">
        {fault === null ? (
          <Loading rows={10} />
        ) : (
          <Failed
            title="No price book"
            sentence={`${fault} The pads need its event types. Cues from the truck still sell.`}
          />
        )}
      </Panel>
      <Panel title="Hold to fire" place="fire">
        {fault === null ? <Loading rows={10} /> : null}
      </Panel>
    </div>
  );
}
