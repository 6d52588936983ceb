// Owns the list of markers: when, from where, in which form, what for, what became of it and why.
// Rows of 24 px, newest first. Refuses to hide a copy or a refusal: each is a row.
import { useState } from 'react';
import type { Marker } from '../../../contract/marker';
import type { LiveStats } from '../../../contract/status';
import { openScreen } from '../app/route';
import { cx } from '../parts/cx';
import { RowGrid } from '../parts/grid/row-grid';
import { Loading } from '../parts/panel/states';
import { Panel } from '../parts/panel/panel';
import { countText } from '../parts/text/money';
import { millisOf } from '../parts/text/time';
import { eventName, formName } from '../parts/text/words';
import { statusOf, useMarkers, useStatus } from '../store/feeds';
import { Listening } from './listening';
import styles from './marker-list.module.css';
import { Verdict, verdictSentence } from './verdict';

const ROW_PX = 24;

function whose(marker: Marker): string {
  const parts = [marker.teamId, marker.gameId].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? '\u2013' : parts.join(' \u00b7 ');
}

function cells(marker: Marker) {
  const sentence = verdictSentence(marker);
  const { address, port, protocol } = marker.source;
  return (
    <>
      <span role="gridcell">{millisOf(marker.receivedAt)}</span>
      <span role="gridcell" title={`${protocol} ${address}:${port}`}>
        {address}
      </span>
      <span role="gridcell">{formName(marker.form)}</span>
      <span role="gridcell" className={styles.event}>
        {eventName(marker.eventType)}
      </span>
      <span role="gridcell" title={whose(marker)}>
        {whose(marker)}
      </span>
      <span role="gridcell" className={styles.verdict}>
        <Verdict status={marker.status} />
      </span>
      <span role="gridcell" className={styles.reason} title={sentence}>
        {sentence}
      </span>
    </>
  );
}

const TITLES = [
  'Arrival UTC',
  'Source',
  'Form',
  'Event',
  'Team, game',
  'Verdict',
  'Reason or result',
];
const HEAD = TITLES.map((title) => (
  <span key={title} role="columnheader">
    {title}
  </span>
));

function rowClass(marker: Marker): string | undefined {
  const dim = marker.status === 'DUPLICATE' || marker.status === 'IGNORED';
  return cx(dim && styles.dim, marker.status === 'QUARANTINED' && styles.held);
}

function openAuction(marker: Marker): void {
  if (marker.auctionId !== null) openScreen('live', marker.auctionId);
}

function countsText(heard: LiveStats['markers'] | null): string {
  if (heard === null) return '';
  const { total, accepted, duplicates, rejected, heartbeats } = heard;
  const parts = [
    `${countText(total)} heard since start: ${countText(accepted)} accepted`,
    `${countText(duplicates)} copies`,
    `${countText(rejected)} rejected`,
    `${countText(heartbeats)} heartbeats`,
  ];
  return parts.join(', ');
}

/** The panel with the list. While a row has the focus the head says its reason in full. */
export function MarkerList({ className }: { readonly className: string | undefined }) {
  const { items, loaded } = useMarkers();
  const [read, setRead] = useState<string | null>(null);
  const heard = useStatus((state) => statusOf(state)?.markers ?? null);
  const marker = items.find((known) => known.id === read);
  const hint =
    marker === undefined ? countsText(heard) : `${marker.id}: ${verdictSentence(marker)}`;
  return (
    <Panel title="Markers" hint={hint} place="markers" className={className}>
      {!loaded ? (
        <Loading rows={5} />
      ) : items.length === 0 ? (
        <Listening />
      ) : (
        <RowGrid
          label="Markers"
          items={items}
          keyOf={(marker) => marker.id}
          rowPx={ROW_PX}
          head={HEAD}
          columns={styles.columns}
          cells={cells}
          rowClass={rowClass}
          onOpen={openAuction}
          onRead={(item) => {
            setRead(item?.id ?? null);
          }}
        />
      )}
    </Panel>
  );
}
