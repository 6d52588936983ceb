// Owns the notices: standing ones, true as long as their cause is (no word from the engine, a
// listener's fault), and passing ones, said once. One line shows one of them; the rest are counted.
import { create } from 'zustand';
import { engineNowMs } from './vitals';

export type Level = 'critical' | 'warning' | 'info';

/** One notice. `key` tells standing ones apart, so that an acknowledged one is not raised again. */
export interface Notice {
  readonly key: string;
  readonly level: Level;
  readonly text: string;
  /** Engine epoch ms, null where the engine has not told the time yet. */
  readonly atMs: number | null;
  /** Monotonic ms at which it leaves the line by itself; null: it stays. */
  readonly untilMonoMs: number | null;
}

/** How long a passing notice keeps the line. Critical ones stay until acknowledged. */
export const STAYS_MS: Record<Level, number | null> = {
  critical: null,
  warning: 10_000,
  info: 5_000,
};

const ORDER: readonly Level[] = ['critical', 'warning', 'info'];

/** The notice the line shows: the gravest, of equals the newest; null when all is quiet. */
export function topNotice(open: readonly Notice[]): Notice | null {
  for (const level of ORDER) {
    const found = open.findLast((notice) => notice.level === level);
    if (found !== undefined) return found;
  }
  return null;
}

/** What is still open at a moment: not acknowledged, not run out. */
export function openNotices(
  all: readonly Notice[],
  acknowledged: ReadonlySet<string>,
  monoMs: number,
): readonly Notice[] {
  return all.filter(
    (notice) =>
      !acknowledged.has(notice.key) && (notice.untilMonoMs === null || notice.untilMonoMs > monoMs),
  );
}

interface NoticeState {
  readonly passing: readonly Notice[];
  readonly acknowledged: ReadonlySet<string>;
}

export const useNotices = create<NoticeState>()(() => ({ passing: [], acknowledged: new Set() }));

let said = 0;

/** Says something once. The last twenty are kept. */
export function say(level: Level, text: string): void {
  said += 1;
  const stays = STAYS_MS[level];
  const notice: Notice = {
    key: `said-${said}`,
    level,
    text,
    atMs: engineNowMs(),
    untilMonoMs: stays === null ? null : performance.now() + stays,
  };
  useNotices.setState(({ passing }) => ({ passing: [...passing, notice].slice(-20) }));
}

/** Takes a notice off the line; a standing one comes back only after its cause had gone. */
export function acknowledge(key: string): void {
  useNotices.setState((state) => ({ acknowledged: new Set([...state.acknowledged, key]) }));
}

/** Forgets acknowledgements whose cause has gone, so that its return is told again. */
export function forgetGone(standing: readonly Notice[]): void {
  const { acknowledged, passing } = useNotices.getState();
  const known = new Set([...standing, ...passing].map((notice) => notice.key));
  const kept = [...acknowledged].filter((key) => known.has(key));
  if (kept.length !== acknowledged.size) useNotices.setState({ acknowledged: new Set(kept) });
}
