// Owns the wide table of markers: number, arrival, source, form, command, ids in hex and decimal,
// event, copies, verdict and reason. Rows of 24 px, newest first. Refuses to hide a refusal.
import type { Marker } from '../../../contract/marker';
import { select } from '../app/route';
import { cx } from '../parts/cx';
import { RowGrid } from '../parts/grid/row-grid';
import { millisOf } from '../parts/text/time';
import { eventName, formName } from '../parts/text/words';
import { commandOf, eventIdOf, idTexts } from './event-id';
import styles from './markers-screen.module.css';
import { Verdict, verdictSentence } from './verdict';

const ROW_PX = 24;
const DASH = '\u2013';

function cells(marker: Marker) {
  const eventId = eventIdOf(marker);
  const ids = eventId === null ? null : idTexts(eventId);
  const sentence = verdictSentence(marker);
  const plain = [
    marker.id,
    millisOf(marker.receivedAt),
    marker.source.address,
    formName(marker.form),
    commandOf(marker) || DASH,
  ];
  return (
    <>
      {plain.map((text, at) => (
        <span key={at} role="gridcell" title={text}>
          {text}
        </span>
      ))}
      <span role="gridcell" className={styles.mono}>
        {ids?.hex ?? DASH}
      </span>
      <span role="gridcell" className={styles.mono}>
        {ids?.decimal ?? DASH}
      </span>
      <span role="gridcell" className={styles.event} title={eventName(marker.eventType)}>
        {eventName(marker.eventType)}
      </span>
      <span role="gridcell" className={styles.right}>
        {marker.copies > 0 ? marker.copies + 1 : 1}
      </span>
      <span role="gridcell">
        <Verdict status={marker.status} />
      </span>
      <span role="gridcell" title={sentence}>
        {sentence}
      </span>
    </>
  );
}

const TITLES = [
  ...['Marker', 'Arrival UTC', 'Source', 'Form', 'Command', 'Id hex', 'Id dec', 'Event'],
  ...['Heard', 'Verdict', 'Reason or result'],
];
const HEAD = TITLES.map((title) => (
  <span key={title} role="columnheader" className={cx(title === 'Heard' && styles.right)}>
    {title}
  </span>
));

function rowClass(marker: Marker): string | undefined {
  const dim = marker.status === 'DUPLICATE' || marker.status === 'IGNORED';
  return cx(dim && styles.dim, marker.status === 'QUARANTINED' && styles.held);
}

interface Props {
  readonly markers: readonly Marker[];
  readonly picked: string | null;
}

/** The table; moving through it picks. */
export function MarkerTable({ markers, picked }: Props) {
  return (
    <RowGrid
      label="Markers"
      items={markers}
      keyOf={(marker) => marker.id}
      rowPx={ROW_PX}
      head={HEAD}
      columns={styles.columns}
      cells={cells}
      rowClass={rowClass}
      selectedKey={picked}
      onOpen={(marker) => {
        select(marker.id);
      }}
      onMove={(marker) => {
        select(marker.id, true);
      }}
    />
  );
}
