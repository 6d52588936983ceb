// Owns the panel of the very bytes: hex and letters as the engine built them, and what a person
// looks for in them. X copies the hex. Refuses to build bytes itself.
import { useState } from 'react';
import type { BuiltCue } from '../../../../contract/marker';
import { useAction } from '../../app/keys/use-action';
import { idTexts } from '../../markers/event-id';
import { Facts } from '../../parts/controls/facts';
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import { Panel } from '../../parts/panel/panel';
import styles from './bytes.module.css';
import { hexRows } from './hex-rows';

const TYPES: Readonly<Record<number, string>> = { 0x34: 'slot start', 0x35: 'slot end' };

function typeText(type: number): string {
  const hex = `0x${type.toString(16).toUpperCase().padStart(2, '0')}`;
  return [hex, TYPES[type] ?? ''].join(' ').trim();
}

function hintOf({ command, segmentationType, hex }: BuiltCue): string {
  const type = segmentationType === null ? '' : `, segmentation type ${typeText(segmentationType)}`;
  return `${command}${type}, ${hex.length / 2} bytes, built by the engine, sent as is`;
}

function KeyFacts({ cue }: { readonly cue: BuiltCue }) {
  const id = cue.eventId === null ? null : idTexts(cue.eventId);
  const seconds = cue.durationMs === null ? null : `${(cue.durationMs / 1000).toFixed(3)} s`;
  return (
    <div className={styles.facts}>
      <Facts
        rows={[
          ['Command', cue.command],
          ['Type', cue.segmentationType === null ? null : typeText(cue.segmentationType)],
          ['Id', id === null ? null : id.hex, 'id'],
          ['Decimal', id === null ? null : id.decimal, 'id'],
          ['Splice', 'immediate'],
          ['Length', seconds ?? 'not told'],
          ['CRC', `0x${cue.crc32.toUpperCase()}`, 'id'],
        ]}
      />
    </div>
  );
}

function Hex({ cue }: { readonly cue: BuiltCue }) {
  return (
    <div className={styles.hex} tabIndex={0} role="group" aria-label="Exactly what is sent">
      {hexRows(cue.hex).map(({ address, bytes, letters }) => (
        <div key={address} className={styles.row}>
          <span className={styles.address}>{address}</span>
          <span className={styles.bytes}>
            {bytes.map((byte, at) => (
              <span key={at} className={cx(byte === '00' && styles.zero)}>
                {byte}
              </span>
            ))}
          </span>
          <span className={styles.letters}>{letters}</span>
        </div>
      ))}
    </div>
  );
}

/** The panel; `why` stands where there are no bytes. */
export function ExactBytes({ cue, why }: { readonly cue: BuiltCue | null; readonly why: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = (): void => {
    if (cue === null) return;
    const { hex } = cue;
    navigator.clipboard.writeText(hex).then(
      () => setCopied(hex),
      () => setCopied(null),
    );
  };
  useAction('copy.hex', copy);
  const word = cue !== null && copied === cue.hex ? 'Copied' : 'Copy hex';
  const button = (
    <button
      type="button"
      className={cx(panels.button, styles.copy)}
      disabled={cue === null}
      onClick={copy}
    >
      {word} <KeyCap>X</KeyCap>
    </button>
  );
  return (
    <Panel
      title="Exact bytes"
      hint={cue === null ? 'built by the engine, sent as is' : hintOf(cue)}
      end={button}
      place="bytes"
    >
      <div className={styles.panel}>
        {cue === null ? <p className={styles.none}>{why}</p> : <Hex cue={cue} />}
        {cue === null ? null : <KeyFacts cue={cue} />}
      </div>
    </Panel>
  );
}
