// Owns which markers a filter shows: words anywhere in what a row says, one verdict or all, the
// starred ones. Pure. Refuses to hide without a count: the bar says how many of each there are.
import type { Marker, MarkerStatus } from '../../../../contract/marker';
import { formName } from '../../parts/text/words';
import { commandOf, eventIdOf, idTexts } from '../event-id';
import { sourceInFull } from '../table/facts';
import { VERDICTS, verdictSentence } from '../verdict';

/** What is asked for; `status` null is every verdict, `starred` only what has a star. */
export interface MarkerFilter {
  readonly words: string;
  readonly status: MarkerStatus | null;
  readonly starred?: boolean;
}

/** Everything is shown. */
export const NO_FILTER: MarkerFilter = { words: '', status: null, starred: false };

/** Verdicts that the bar always counts, also where there are none. */
const ALWAYS: readonly MarkerStatus[] = [
  'ACCEPTED',
  'DUPLICATE',
  'STALE',
  'INVALID',
  'QUARANTINED',
];

function saidBy(marker: Marker): string {
  const eventId = eventIdOf(marker);
  const ids = eventId === null ? [] : Object.values(idTexts(eventId));
  const { id, form, eventType, teamId, gameId, auctionId } = marker;
  const source = sourceInFull(marker);
  const facts = [id, source, formName(form), commandOf(marker), eventType, teamId, gameId];
  const said = [...facts, auctionId, ...ids, marker.status, verdictSentence(marker)];
  return said.join(' ').toLowerCase();
}

/** The markers that have every word of the filter, its verdict and its star, in their order. */
export function filtered(
  markers: readonly Marker[],
  filter: MarkerFilter,
  hasStar: (marker: Marker) => boolean = () => false,
): readonly Marker[] {
  const words = filter.words.toLowerCase().split(/\s+/u).filter(Boolean);
  const { status, starred = false } = filter;
  if (words.length === 0 && status === null && !starred) return markers;
  return markers.filter((marker) => {
    if (status !== null && marker.status !== status) return false;
    if (starred && !hasStar(marker)) return false;
    const said = words.length === 0 ? '' : saidBy(marker);
    return words.every((word) => said.includes(word));
  });
}

/** How many there are of each verdict: those of a signal always, the others where they occur. */
export function verdictCounts(
  markers: readonly Marker[],
): readonly (readonly [MarkerStatus, number])[] {
  const counts = new Map<MarkerStatus, number>();
  for (const { status } of markers) counts.set(status, (counts.get(status) ?? 0) + 1);
  const rest = VERDICTS.filter((status) => !ALWAYS.includes(status) && counts.has(status));
  return [...ALWAYS, ...rest].map((status) => [status, counts.get(status) ?? 0] as const);
}

/** What a filter asks for, as people say it: 'invalid, with “crc”'. Empty where it asks nothing. */
export function filterText({ words, status, starred = false }: MarkerFilter): string {
  const parts = [
    starred ? 'starred' : '',
    status === null ? '' : status.toLowerCase(),
    words.trim() === '' ? '' : `with \u201c${words.trim()}\u201d`,
  ];
  return parts.filter(Boolean).join(', ');
}
