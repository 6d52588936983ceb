// Owns the notices: what is wrong as long as it is so, and what was said once. One line shows one
// of them; all of them stay in the list. Refuses to forget a critical one nobody has acknowledged.
import { create } from 'zustand';
import { engineNowMs } from './vitals';

export type Level = 'critical' | 'warning' | 'info';

/** The screen on which one can do something about a notice. */
export type Opens = 'markers' | 'auctions' | 'settlements' | 'health';

/** A notice as it is raised by a cause that holds. */
export interface Cause {
  /** Tells causes apart: the same one is not raised twice. */
  readonly cause: string;
  readonly level: Level;
  readonly text: string;
  /** Engine epoch ms, null where the engine has not told the time yet. */
  readonly atMs: number | null;
  /** Where more of it stands. */
  readonly opens?: Opens;
  /** What its one action does: a source's arrival is trusted, or no longer. */
  readonly trusts?: { readonly address: string; readonly trusted: boolean };
  /** Not kept once it is over, such as the wait for the first word. */
  readonly fleeting?: true;
}

/** One notice of the list. */
export interface Notice extends Omit<Cause, 'cause'> {
  readonly key: string;
  /** What it stands for, null for what was said once. */
  readonly cause: string | null;
  /** Monotonic ms at which it leaves the line by itself; null: it stays. */
  readonly untilMonoMs: number | null;
  readonly acknowledged: boolean;
  /** Its cause is gone. */
  readonly over: boolean;
}

/** How long a notice keeps the line. Critical ones stay until acknowledged. */
export const STAYS_MS: Record<Level, number | null> = {
  critical: null,
  warning: 10_000,
  info: 5_000,
};
/** Notices the list keeps. */
export const KEPT = 100;

const ORDER: readonly Level[] = ['critical', 'warning', 'info'];

/** The list, oldest first. */
export const useNotices = create<{ readonly list: readonly Notice[] }>()(() => ({ list: [] }));

let raised = 0;

function noticeOf(cause: Omit<Cause, 'cause'> & { cause: string | null }): Notice {
  raised += 1;
  const stays = STAYS_MS[cause.level];
  return {
    ...cause,
    key: `notice-${raised}`,
    untilMonoMs: stays === null ? null : performance.now() + stays,
    acknowledged: false,
    over: false,
  };
}

/** Whether a notice may still take the line. */
function onLine(notice: Notice, monoMs: number): boolean {
  if (notice.acknowledged) return false;
  if (notice.untilMonoMs === null) return true;
  return !notice.over && notice.untilMonoMs > monoMs;
}

/** The notice the line shows: the gravest, of equals the newest; null when all is quiet. */
export function topNotice(list: readonly Notice[], monoMs: number): Notice | null {
  const shown = list.filter((notice) => onLine(notice, monoMs));
  for (const level of ORDER) {
    const found = shown.findLast((notice) => notice.level === level);
    if (found !== undefined) return found;
  }
  return null;
}

/** What is still open: its cause holds, or it may still take the line. */
export function openNotices(list: readonly Notice[], monoMs: number): readonly Notice[] {
  return list.filter((notice) => (notice.cause !== null && !notice.over) || onLine(notice, monoMs));
}

function follow(notice: Notice, causes: readonly Cause[]): Notice | null {
  if (notice.cause === null || notice.over) return notice;
  const still = causes.find(({ cause }) => cause === notice.cause);
  if (still === undefined) return notice.fleeting === true ? null : { ...notice, over: true };
  return still.text === notice.text ? notice : { ...notice, text: still.text };
}

/** The list after a look at what holds now: new causes are raised, gone ones are over. Pure. */
export function withCauses(list: readonly Notice[], causes: readonly Cause[]): readonly Notice[] {
  const followed = list.map((notice) => follow(notice, causes)).filter((kept) => kept !== null);
  const held = new Set(followed.filter(({ over }) => !over).map(({ cause }) => cause));
  const news = causes.filter(({ cause }) => !held.has(cause)).map(noticeOf);
  const same = news.length === 0 && followed.length === list.length;
  if (same && followed.every((notice, at) => notice === list[at])) return list;
  return [...followed, ...news].slice(-KEPT);
}

/** Takes note of everything that holds now. */
export function noteCauses(causes: readonly Cause[]): void {
  const { list } = useNotices.getState();
  const next = withCauses(list, causes);
  if (next !== list) useNotices.setState({ list: next });
}

/** Says something once. */
export function say(level: Level, text: string): void {
  const notice = noticeOf({ cause: null, level, text, atMs: engineNowMs() });
  useNotices.setState(({ list }) => ({ list: [...list, notice].slice(-KEPT) }));
}

/** Takes a notice off the line; it stays in the list, and comes back only as a new one. */
export function acknowledge(key: string): void {
  useNotices.setState(({ list }) => ({
    list: list.map((notice) => (notice.key === key ? { ...notice, acknowledged: true } : notice)),
  }));
}
