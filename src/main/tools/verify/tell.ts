// Owns how a verification is told: a few lines for people, or one JSON object. Refuses to soften
// it: the first difference stands alone.
import type { Report } from './verify-dir';

type Counters = NonNullable<Report['journal']>['counters'];

/** The report for people. */
export function tellText(report: Report): string {
  const { journal, difference, notes } = report;
  if (difference !== null) return `DIFFERENCE ${difference}\n`;
  const counted = journal === null ? [] : countLines(journal.counters);
  const head = journal === null ? '' : ` to ${journal.head.hash.slice(0, 12)}`;
  const lines = [
    `The journal is whole${head}; every decision repeats, every projection is equal.`,
    ...counted,
    ...notes.map((note) => `Note: ${note}.`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The report for programs. */
export function tellJson(dataDir: string, report: Report): string {
  const { difference, live, journal, notes } = report;
  const { head = null, counters = null } = journal ?? {};
  const ok = difference === null;
  return `${JSON.stringify({ ok, dataDir, live, difference, head, counters, notes })}\n`;
}

function countLines(counters: Counters): string[] {
  const { entries, markers, auctions, decisions, settlements } = counters;
  const { created, sold, unsold, cancelled, aborted } = auctions;
  return [
    `entries ${entries}, markers ${markers}`,
    `auctions ${created} (sold ${sold}, unsold ${unsold}, cancelled ${cancelled}, ` +
      `aborted ${aborted}), decisions ${decisions}`,
    `settlements ${settlements}${totals('', counters.totals)}` +
      totals(' in rehearsal', counters.rehearsed),
  ];
}

function totals(where: string, sums: Counters['totals']): string {
  return Object.entries(sums)
    .map(([currency, sum]) => {
      const due = (sum.totalDueCents / 100).toFixed(2);
      return `; ${sum.settlements}${where}: ${currency} ${due} due`;
    })
    .join('');
}
