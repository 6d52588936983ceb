// Owns the inspector's own screen: a place to paste a cue, what the engine says of it, and its tree
// beside its bytes or beside a heard marker. Refuses to make anything of it: no marker, no auction.
import { useEffect, useMemo, useRef, useState } from 'react';
import { select, useRoute } from '../../app/route';
import { Panel } from '../../parts/panel/panel';
import { Empty, Loading } from '../../parts/panel/states';
import { useMarkers } from '../../store/feeds';
import { AboutPanel } from './about-panel';
import { AgainstPanels } from './against-panels';
import { MessagePanels } from './message-panels';
import { PastePanel } from './paste-panel';
import { usePasted } from './paste-store';
import { pastedBytes, type Message, type PasteForm } from './pasted';
import styles from './paste.module.css';
import { useSaid, useWritten, type Said } from './use-said';

const NO_BYTES = new Uint8Array(0);

function messagesOf(said: Said): readonly Message[] {
  if (said.kind === 'decoded') return said.cue.messages;
  const lenient = said.kind === 'refused' ? said.refusal.lenient : null;
  return lenient === null ? [] : [lenient];
}

function bytesOfHex(hex: string): Uint8Array {
  return pastedBytes(hex, 'hex') ?? NO_BYTES;
}

/** The message that is shown, its bytes as pasted or as written, and the rest about it. */
function useMessage(text: string, form: PasteForm) {
  const [retries, setRetries] = useState(0);
  const answered = useSaid(text, form, retries);
  const { said } = answered;
  const messages = messagesOf(said);
  const [at, show] = useState(0);
  const shown = at < messages.length ? at : 0;
  const message = messages[shown] ?? null;
  const written = useWritten(said.kind === 'decoded' ? message : null);
  const own = useMemo(() => pastedBytes(answered.text, answered.form), [answered]);
  // Of several messages each is written by itself; what rides behind a section is with it.
  const whole = own !== null && (messages.length < 2 || own[0] === 0xfc);
  const hex = written?.hex ?? null;
  const bytes = useMemo(
    () => (whole ? own : hex === null ? null : bytesOfHex(hex)),
    [whole, own, hex],
  );
  const retry = (): void => {
    setRetries(retries + 1);
  };
  return { said, messages, shown, show, message, written, bytes, retry };
}

function Blank({ said }: { readonly said: Said }) {
  return (
    <Panel title="Fields" place="fields" className={styles.wide}>
      {said.kind === 'asking' || said.kind === 'decoded' ? (
        <Loading rows={8} />
      ) : (
        <Empty title={said.kind === 'nothing' ? 'Paste a cue above' : 'Nothing to show'}>
          {said.kind === 'nothing'
            ? 'Its fields stand here beside its bytes; what is picked in one is lit in the other.'
            : 'No byte of it could be told.'}
        </Empty>
      )}
    </Panel>
  );
}

function Shown({ of }: { readonly of: ReturnType<typeof useMessage> }) {
  const { said, message, bytes, written, shown } = of;
  const pick = useRoute((route) => route.pick);
  const marker = useMarkers((state) => state.items.find(({ id }) => id === pick));
  const faultAt =
    said.kind === 'refused' && said.refusal.scope !== 'text' ? said.refusal.offset : null;
  if (bytes === null || said.kind === 'nothing' || said.kind === 'asking')
    return <Blank said={said} />;
  if (marker !== undefined && message !== null)
    return <AgainstPanels {...{ message, bytes, marker }} />;
  const key = `${shown} ${faultAt ?? ''} ${bytes.length}`;
  const partly = said.kind === 'refused' && message !== null;
  return <MessagePanels key={key} {...{ message, bytes, written, faultAt, partly }} />;
}

/** The screen. */
export function InspectScreen() {
  const { text, form } = usePasted();
  const of = useMessage(text, form);
  const { said, messages, shown, show, retry } = of;
  const box = useRef<HTMLTextAreaElement>(null);
  const markers = useMarkers((state) => state.items);
  const pick = useRoute((route) => route.pick);
  const offset =
    said.kind === 'refused' && said.refusal.scope === 'text' ? said.refusal.offset : null;
  useEffect(() => {
    // Where a text breaks off is selected in it, so that it is found again by eye.
    if (offset !== null && offset > 0) box.current?.setSelectionRange(offset, offset + 1);
  }, [offset]);
  return (
    <div className={styles.screen}>
      <PastePanel box={box} />
      <AboutPanel
        {...{ said, messages, shown, markers }}
        onShow={show}
        against={markers.find(({ id }) => id === pick)}
        onAgainst={select}
        onRetry={retry}
      />
      <Shown of={of} />
    </div>
  );
}
