// Owns the inspector: the decoded tree beside the bytes, one selection in both, and what became of
// the marker. Refuses to drop bytes that could not be read: they stand there all the same.
import { useMemo, useState } from 'react';
import type { Marker } from '../../../../contract/marker';
import { Empty } from '../../parts/panel/states';
import { plural } from '../../parts/text/words';
import { commandOf } from '../event-id';
import { reasonInFull } from '../table/result';
import { BytesPanel } from './bytes/bytes-panel';
import { COPY_FORMS, copyText } from './bytes/copying';
import { Fate } from './fate';
import { bytesOf, fieldAt, fieldsOf } from './fields';
import styles from './inspect.module.css';
import { TreePanel } from './tree-panel';

/** What is picked: a field of the tree, or a byte that no field has. */
type Picked = { readonly key: string } | { readonly at: number } | null;

/** The byte at which reading stopped is lit from the start; else nothing is. */
function firstPicked({ faultOffset }: Marker, bytes: Uint8Array): Picked {
  const is = faultOffset !== undefined && faultOffset < bytes.length;
  return is ? { at: faultOffset } : null;
}

/** The inspector of one marker. */
export function Inspector({ marker }: { readonly marker: Marker }) {
  // A count of copies renews the marker, not its bytes: those of an id never change.
  const bytes = useMemo(() => bytesOf({ rawBase64: marker.rawBase64 }), [marker.rawBase64]);
  const fields = useMemo(() => fieldsOf(marker, bytes), [marker, bytes]);
  const [picked, setPicked] = useState<Picked>(() => firstPicked(marker, bytes));
  const key = picked !== null && 'key' in picked ? picked.key : null;
  const field = fields.find((one) => one.key === key) ?? null;
  const lit = picked !== null && 'at' in picked ? ([picked.at, picked.at] as const) : field?.span;
  const pickByte = (at: number): void => {
    const found = fieldAt(fields, at);
    setPicked(found === null ? { at } : { key: found.key });
  };
  const forms = COPY_FORMS.map(
    (form) => [form, () => copyText(form, { marker, bytes, fields })] as const,
  );
  const hint = [commandOf(marker), plural(bytes.length, 'byte')].filter(Boolean).join(', ');
  return (
    <div className={styles.inspector}>
      <TreePanel
        title={`Marker ${marker.id}`}
        hint={hint}
        fields={fields}
        picked={key}
        onPick={(next) => {
          setPicked({ key: next });
        }}
      >
        <Empty title="Nothing in it could be read">
          {reasonInFull(marker)} Its {plural(bytes.length, 'byte')} are kept beside this.
        </Empty>
      </TreePanel>
      <BytesPanel
        copies={{ name: marker.id, forms }}
        bytes={bytes}
        lit={lit ?? null}
        field={field}
        onByte={pickByte}
      />
      <Fate marker={marker} />
    </div>
  );
}
