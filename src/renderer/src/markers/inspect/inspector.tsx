// Owns the inspector: the decoded tree beside the bytes, one selection in both, and what became of
// the marker. Refuses to drop bytes that could not be read: they stand there all the same.
import { useMemo, useState } from 'react';
import type { Marker } from '../../../../contract/marker';
import { useAction } from '../../app/keys/use-action';
import { RowGrid } from '../../parts/grid/row-grid';
import { KeyCap } from '../../parts/marks/badge';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { Empty } from '../../parts/panel/states';
import { cx } from '../../parts/cx';
import { plural } from '../../parts/text/words';
import { say } from '../../store/notices';
import { commandOf } from '../event-id';
import { Bytes, hexOf } from './bytes';
import { Fate } from './fate';
import { bytesOf, fieldAt, fieldsOf, type Field } from './fields';
import styles from './inspect.module.css';

const ROW_PX = 22;
const DEPTHS = [styles.depth0, styles.depth1, styles.depth2, styles.depth3];

function spanText({ span }: Field): string {
  if (span === null) return '';
  return span[0] === span[1] ? String(span[0]) : `${span[0]}\u2013${span[1]}`;
}

function cells(field: Field) {
  const depth = DEPTHS[Math.min(field.depth, 3)];
  return (
    <>
      <span
        role="gridcell"
        className={cx(depth, field.value === null && styles.branch)}
        title={`${field.label} ${field.value ?? ''}`}
      >
        {field.label} {field.value === null ? null : <b>{field.value}</b>}
      </span>
      <span role="gridcell" className={styles.span}>
        {spanText(field)}
      </span>
    </>
  );
}

const HEAD = (
  <>
    <span role="columnheader">Field</span>
    <span role="columnheader" className={styles.span}>
      Bytes
    </span>
  </>
);

async function copyHex(bytes: Uint8Array): Promise<void> {
  const hex = [...bytes].map(hexOf).join('');
  try {
    await navigator.clipboard.writeText(hex);
    say('info', `${bytes.length} bytes copied as hex.`);
  } catch {
    say('warning', 'This browser does not let the page copy. The bytes stand in the panel.');
  }
}

/** The inspector of one marker. */
export function Inspector({ marker }: { readonly marker: Marker }) {
  const bytes = useMemo(() => bytesOf(marker), [marker]);
  const fields = useMemo(() => fieldsOf(marker, bytes), [marker, bytes]);
  const [key, setKey] = useState<string | null>(null);
  const lit = fields.find((field) => field.key === key)?.span ?? null;
  const copy = (): void => void copyHex(bytes);
  useAction('copy.hex', copy);
  const pick = (field: Field): void => {
    setKey(field.key);
  };
  const button = (
    <button type="button" className={cx(panels.button, panels.small)} onClick={copy}>
      Copy hex <KeyCap>X</KeyCap>
    </button>
  );
  return (
    <div className={styles.inspector}>
      <Panel title={marker.id} hint={commandOf(marker)} place="fields">
        {fields.length === 0 ? (
          <Empty title="Nothing in it could be read">Its bytes are kept beside this.</Empty>
        ) : (
          <RowGrid
            label="Fields"
            items={fields}
            keyOf={(field) => field.key}
            rowPx={ROW_PX}
            head={HEAD}
            columns={styles.field}
            cells={cells}
            selectedKey={key}
            onOpen={pick}
            onMove={pick}
          />
        )}
      </Panel>
      <Panel title="Bytes" hint={plural(bytes.length, 'byte')} end={button} place="bytes">
        <Bytes
          bytes={bytes}
          lit={lit}
          onByte={(at) => {
            setKey(fieldAt(fields, at)?.key ?? null);
          }}
        />
      </Panel>
      <Fate marker={marker} />
    </div>
  );
}
