// Owns two markers side by side: their fields and their bytes, what differs marked by a sign as
// well as a tint. Refuses to hide what is equal unless it is asked to.
import { useMemo, useState } from 'react';
import type { Marker } from '../../../../contract/marker';
import { useAction } from '../../app/keys/use-action';
import { Segments } from '../../parts/controls/segments';
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { Empty } from '../../parts/panel/states';
import { plural } from '../../parts/text/words';
import { bytesOf } from '../inspect/fields';
import { byteDiff, fieldDiff, type DiffLine } from './diff';
import { DiffBytes } from './diff-bytes';
import styles from './diff.module.css';

const WIDTH = 16;
const DEPTHS = [styles.depth0, styles.depth1, styles.depth2, styles.depth3];

/** The sign of a difference, with its word for a reader. */
export function Sign({ differs }: { readonly differs: boolean }) {
  return (
    <span className={styles.sign}>
      {differs ? (
        <span role="img" aria-label="differs">
          {'\u2260'}
        </span>
      ) : null}
    </span>
  );
}

function Line({ line }: { readonly line: DiffLine }) {
  const { label, a, b, differs, depth } = line;
  const absent = '\u2013 absent';
  return (
    <tr className={cx(differs && styles.differs)}>
      <td>
        <Sign differs={differs} />
      </td>
      <th scope="row" className={cx(DEPTHS[Math.min(depth, 3)], line.head && styles.head)}>
        {label}
      </th>
      <td>{a ?? (line.head ? '' : absent)}</td>
      <td>{b ?? (line.head ? '' : absent)}</td>
    </tr>
  );
}

interface FieldsProps {
  readonly names: readonly [string, string];
  readonly lines: readonly DiffLine[];
}

/** Field beside field. */
export function DiffFields({ names: [a, b], lines }: FieldsProps) {
  if (lines.length === 0) return <Empty title="They are equal">Field by field.</Empty>;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Fields side by side">
      <table className={styles.fields}>
        <thead>
          <tr>
            <th scope="col">{'\u2260'}</th>
            <th scope="col">Field</th>
            <th scope="col">{a}</th>
            <th scope="col">{b}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Props {
  readonly a: Marker;
  readonly b: Marker;
  readonly onClose: () => void;
}

function useDiff(a: Marker, b: Marker) {
  return useMemo(() => {
    const [mine, theirs] = [bytesOf(a), bytesOf(b)];
    const lines = fieldDiff({ marker: a, bytes: mine }, { marker: b, bytes: theirs });
    return { lines, bytes: byteDiff(mine, theirs, WIDTH) };
  }, [a, b]);
}

/** The two panels, in place of the inspector. */
export function DiffPanels({ a, b, onClose }: Props) {
  const { lines, bytes } = useDiff(a, b);
  const [only, setOnly] = useState<'all' | 'differing'>('all');
  useAction('leave', onClose);
  const differing = lines.filter((line) => line.differs);
  const apart = bytes.flatMap((line) => line.differs).filter(Boolean).length;
  const end = (
    <div className={styles.end}>
      <Segments
        label="Lines"
        chosen={only}
        choices={[
          ['all', `All ${lines.length}`],
          ['differing', `\u2260 ${differing.length}`],
        ]}
        onChoose={setOnly}
      />
      <button type="button" className={cx(panels.button, panels.small)} onClick={onClose}>
        Close <KeyCap>Esc</KeyCap>
      </button>
    </div>
  );
  return (
    <div className={styles.diff}>
      <Panel title={`${a.id} and ${b.id}`} end={end} place="fields">
        <DiffFields names={[a.id, b.id]} lines={only === 'all' ? lines : differing} />
      </Panel>
      <Panel
        title="Bytes"
        hint={
          apart === 0
            ? 'equal to the last byte'
            : `${plural(apart, 'byte differs', 'bytes differ')}`
        }
        place="bytes"
      >
        <DiffBytes names={[a.id, b.id]} lines={bytes} />
      </Panel>
    </div>
  );
}
