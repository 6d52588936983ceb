// Owns which markers a filter shows: words anywhere in what a row says, and one verdict or all.
// Pure. Refuses to hide without a count: the bar says how many of each there are.
import type { Marker, MarkerStatus } from '../../../contract/marker';
import { formName } from '../parts/text/words';
import { eventIdOf, idTexts } from './event-id';
import { VERDICTS, verdictSentence } from './verdict';

/** What is asked for; `status` null is every verdict. */
export interface MarkerFilter {
  readonly words: string;
  readonly status: MarkerStatus | null;
}

function saidBy(marker: Marker): string {
  const eventId = eventIdOf(marker);
  const ids = eventId === null ? [] : Object.values(idTexts(eventId));
  const { id, source, form, eventType, teamId, gameId, auctionId } = marker;
  const facts = [id, source.address, formName(form), eventType, teamId, gameId, auctionId];
  return [...facts, ...ids, marker.status, verdictSentence(marker)].join(' ').toLowerCase();
}

/** The markers that have every word of the filter and its verdict, in their order. */
export function filtered(markers: readonly Marker[], filter: MarkerFilter): readonly Marker[] {
  const words = filter.words.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0 && filter.status === null) return markers;
  return markers.filter((marker) => {
    if (filter.status !== null && marker.status !== filter.status) return false;
    const said = words.length === 0 ? '' : saidBy(marker);
    return words.every((word) => said.includes(word));
  });
}

/** How many there are of each verdict that occurs, in the order of the list of verdicts. */
export function verdictCounts(
  markers: readonly Marker[],
): readonly (readonly [MarkerStatus, number])[] {
  return VERDICTS.map((status) => {
    const count = markers.filter((marker) => marker.status === status).length;
    return [status, count] as const;
  }).filter(([, count]) => count > 0);
}
