// Owns one pasted message as a tree beside its bytes, one light in both; what it breaks off at is
// lit from the start. Refuses to show bytes that nobody has: an XML is written by the engine first.
import { useMemo, useState } from 'react';
import type { EncodedCue } from '../../../../contract/marker';
import { Empty } from '../../parts/panel/states';
import { plural } from '../../parts/text/words';
import { BytesPanel } from '../inspect/bytes/bytes-panel';
import { hexText } from '../inspect/bytes/reading';
import { fieldAt } from '../inspect/fields';
import { TreePanel } from '../inspect/tree-panel';
import { messageFields, messageName, type Message } from './pasted';

interface Props {
  /** Null where nothing could be read. */
  readonly message: Message | null;
  readonly bytes: Uint8Array;
  /** As the engine writes it; null where it does not. */
  readonly written: EncodedCue | null;
  readonly faultAt: number | null;
  readonly partly: boolean;
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function copiesOf({ message, bytes, written }: Props) {
  const xml = written?.xml;
  return {
    name: message === null ? 'What was pasted' : messageName(message),
    forms: [
      ['hex', () => hexText(bytes)],
      ['base64', () => base64Of(bytes)],
      ...(message === null ? [] : [['JSON', () => JSON.stringify(message, null, 2)] as const]),
      ...(xml === undefined ? [] : [['XML', () => xml] as const]),
    ] as const,
  };
}

type Picked = { readonly key: string } | { readonly at: number } | null;

/** The two panels. */
export function MessagePanels(props: Props) {
  const { message, bytes, faultAt, partly } = props;
  const fields = useMemo(
    () => (message === null ? [] : messageFields(message, bytes)),
    [message, bytes],
  );
  const lights = faultAt !== null && faultAt < bytes.length;
  const [picked, setPicked] = useState<Picked>(lights ? { at: faultAt } : null);
  const key = picked !== null && 'key' in picked ? picked.key : null;
  const field = fields.find((one) => one.key === key) ?? null;
  const lit = picked !== null && 'at' in picked ? ([picked.at, picked.at] as const) : field?.span;
  const name = message === null ? 'Fields' : messageName(message);
  return (
    <>
      <TreePanel
        title={partly ? `${name}, as far as it could be read` : name}
        hint={plural(bytes.length, 'byte')}
        fields={fields}
        picked={key}
        onPick={(next) => {
          setPicked({ key: next });
        }}
      >
        <Empty title="Nothing in it could be read">Its bytes are shown beside this.</Empty>
      </TreePanel>
      <BytesPanel
        copies={copiesOf(props)}
        bytes={bytes}
        lit={lit ?? null}
        field={field ?? (picked !== null && 'at' in picked ? fieldAt(fields, picked.at) : null)}
        onByte={(at) => {
          const found = fieldAt(fields, at);
          setPicked(found === null ? { at } : { key: found.key });
        }}
      />
    </>
  );
}
