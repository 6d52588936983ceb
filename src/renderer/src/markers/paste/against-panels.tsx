// Owns the pasted message beside a heard marker: their fields and their bytes, what differs marked
// by a sign. Refuses to compare what became of them: nothing becomes of what is pasted.
import { useMemo } from 'react';
import type { Marker } from '../../../../contract/marker';
import { Panel } from '../../parts/panel/panel';
import { plural } from '../../parts/text/words';
import { byteDiff, treeDiff } from '../compare/diff';
import { DiffBytes } from '../compare/diff-bytes';
import { DiffFields } from '../compare/diff-panels';
import { bytesOf, fieldsOf } from '../inspect/fields';
import { messageFields, type Message } from './pasted';

interface Props {
  readonly message: Message;
  readonly bytes: Uint8Array;
  readonly marker: Marker;
}

/** As many as fit beside each other, so that none is cut. */
const WIDTH = 8;

/** The two panels. */
export function AgainstPanels({ message, bytes, marker }: Props) {
  const { lines, places } = useMemo(() => {
    const theirs = bytesOf(marker);
    const mine = messageFields(message, bytes);
    return {
      lines: treeDiff(mine, fieldsOf(marker, theirs)),
      places: byteDiff(bytes, theirs, WIDTH),
    };
  }, [message, bytes, marker]);
  const fields = lines.filter(({ differs }) => differs).length;
  const apart = places.flatMap(({ differs }) => differs).filter(Boolean).length;
  const names = ['pasted', marker.id] as const;
  return (
    <>
      <Panel
        title={`Pasted and ${marker.id}`}
        hint={
          fields === 0 ? 'every field is equal' : plural(fields, 'field differs', 'fields differ')
        }
        place="fields"
      >
        <DiffFields names={names} lines={lines} />
      </Panel>
      <Panel
        title="Bytes"
        hint={
          apart === 0 ? 'equal to the last byte' : plural(apart, 'byte differs', 'bytes differ')
        }
        place="bytes"
      >
        <DiffBytes names={names} lines={places} narrow />
      </Panel>
    </>
  );
}
