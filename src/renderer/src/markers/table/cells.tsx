// Owns what a row of the table shows, column by column, and the heads above. Refuses to cut an id;
// a longer word has its whole text in the inspector, one key away.
import type { Auction } from '../../../../contract/auction';
import type { Marker } from '../../../../contract/marker';
import { cx } from '../../parts/cx';
import { Mark } from '../../parts/marks/mark';
import { millisOf } from '../../parts/text/time';
import { eventName, formName } from '../../parts/text/words';
import { commandOf, eventIdOf, idTexts } from '../event-id';
import { Verdict } from '../verdict';
import {
  durationMs,
  LOOP_BUSY_MS,
  manualBy,
  preRollMs,
  repeatText,
  secondsText,
  sourceInFull,
  sourceText,
  type Repeat,
} from './facts';
import { reasonInFull, resultText } from './result';
import styles from './table.module.css';

const DASH = '\u2013';

/** What a row is shown with beside its marker. */
export interface RowFacts {
  readonly marker: Marker;
  readonly starred: boolean;
  readonly repeat: Repeat | undefined;
  readonly auction: Auction | undefined;
}

const HEADS: readonly (readonly [string, string, 'right'?])[] = [
  ['star', ''],
  ['id', 'Marker'],
  ['arrival', 'Arrival UTC'],
  ['source', 'Source'],
  ['form', 'Form'],
  ['command', 'Command'],
  ['hex', 'Id hex'],
  ['dec', 'Id dec'],
  ['event', 'Event'],
  ['pre', 'Pre-roll s', 'right'],
  ['rep', 'Rep', 'right'],
  ['dur', 'Dur s', 'right'],
  ['loop', 'Loop ms', 'right'],
  ['verdict', 'Verdict'],
  ['reason', 'Reason or result'],
];

/** The heads. */
export const HEAD = HEADS.map(([name, words, side]) => (
  <span key={name} role="columnheader" className={cx(side === 'right' && styles.right)}>
    {words === '' ? <span className={styles.reader}>Star</span> : words}
  </span>
));

function Loop({ delayMs }: { readonly delayMs: number | undefined }) {
  const busy = delayMs !== undefined && delayMs >= LOOP_BUSY_MS;
  return (
    <span role="gridcell" className={cx(styles.right, busy && styles.busy)}>
      {busy ? <Mark name="triangle" /> : null}
      {delayMs === undefined ? DASH : delayMs.toFixed(1)}
    </span>
  );
}

function Ids({ marker }: { readonly marker: Marker }) {
  const eventId = eventIdOf(marker);
  const ids = eventId === null ? null : idTexts(eventId);
  return (
    <>
      <span role="gridcell" className={styles.mono}>
        {ids?.hex ?? DASH}
      </span>
      <span role="gridcell" className={styles.mono}>
        {ids?.decimal ?? DASH}
      </span>
    </>
  );
}

function Numbers({ marker, repeat }: RowFacts) {
  const texts = [
    secondsText(preRollMs(marker), 3),
    repeatText(repeat),
    secondsText(durationMs(marker), 1),
  ];
  return texts.map((text, at) => (
    <span key={at} role="gridcell" className={styles.right}>
      {text}
    </span>
  ));
}

/** The cells of a row. */
export function cells(row: RowFacts) {
  const { marker, starred, auction } = row;
  return (
    <>
      <span role="gridcell" className={styles.star}>
        {starred ? <Star /> : null}
      </span>
      <span role="gridcell">{marker.id}</span>
      <span role="gridcell">{millisOf(marker.receivedAt)}</span>
      <span
        role="gridcell"
        className={cx(manualBy(marker) !== null && styles.manual)}
        title={sourceInFull(marker)}
      >
        {sourceText(marker)}
      </span>
      <span role="gridcell">{formName(marker.form)}</span>
      <span role="gridcell" title={commandOf(marker)}>
        {commandOf(marker) || DASH}
      </span>
      <Ids marker={marker} />
      <span role="gridcell" className={styles.event} title={eventName(marker.eventType)}>
        {eventName(marker.eventType)}
      </span>
      <Numbers {...row} />
      <Loop delayMs={marker.loopDelayMs} />
      <span role="gridcell" className={styles.verdict}>
        <Verdict status={marker.status} />
      </span>
      <span role="gridcell" title={reasonInFull(marker)}>
        {resultText(marker, auction)}
      </span>
    </>
  );
}

/** The star, with its word for a reader. */
export function Star() {
  return (
    <svg className={styles.starred} viewBox="0 0 12 12" role="img" aria-label="starred">
      <path d="M6 .8 7.6 4.3 11.4 4.7 8.5 7.2 9.4 11 6 9 2.6 11 3.5 7.2.6 4.7 4.4 4.3Z" />
    </svg>
  );
}
