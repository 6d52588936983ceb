// Owns asking the engine what its pads could do, and what the selected one would send and do: at
// once when anything it rests on changes, and each second. Refuses to guess while it is asked: the
// answer before stays, with its fault beside it.
import { useEffect, useState } from 'react';
import type { TestCueResult } from '../../../contract/auction';
import type { ManualCueInput, ManualPads } from '../../../contract/marker';
import { ask, type Answer } from '../link/client';
import { useAtNow } from '../parts/use-now';
import { usePriceBook } from '../store/answers';
import { statusOf, useMarkers, useStatus } from '../store/feeds';
import { useCueLog } from './cue-log';

interface Said<T> {
  readonly value: T | null;
  readonly fault: string | null;
}

/** Changes whenever the engine could answer otherwise than before. */
export function useBeat(): string {
  const second = useAtNow((nowMs) => (nowMs === null ? 0 : Math.floor(nowMs / 1000)));
  const newest = useMarkers((state) => state.items[0]?.id ?? '');
  const fired = useCueLog((log) => log.notes.length);
  const open = useStatus((state) => statusOf(state)?.auctions.open ?? 0);
  const mode = useStatus((state) => statusOf(state)?.mode ?? '');
  const version = usePriceBook((book) => book.value?.version ?? 0);
  return [second, newest, fired, open, mode, version].join(' ');
}

function kept<T>(before: Said<T>, answer: Answer<T>): Said<T> {
  return answer.ok
    ? { value: answer.value, fault: null }
    : { value: before.value, fault: answer.sentence };
}

/** What each pad could do now. */
export function usePads(beat: string): Said<ManualPads> {
  const [said, setSaid] = useState<Said<ManualPads>>({ value: null, fault: null });
  useEffect(() => {
    let wanted = true;
    void ask((client, signal) => client.markers.pads({}, { signal })).then((answer) => {
      if (wanted) setSaid((before) => kept(before, answer));
    });
    return () => {
      wanted = false;
    };
  }, [beat]);
  return said;
}

/** What the cue would be and do; nothing while no pad is selected. */
export function usePlan(input: ManualCueInput | null, beat: string): Said<TestCueResult> {
  const key = input === null ? null : JSON.stringify(input);
  const [said, setSaid] = useState<Said<TestCueResult> & { readonly key: string | null }>({
    key: null,
    value: null,
    fault: null,
  });
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    const question = { ...(JSON.parse(key) as ManualCueInput), dryRun: true };
    void ask((client, signal) => client.markers.testCue(question, { signal })).then((answer) => {
      if (!wanted) return;
      setSaid((before) => {
        const same = before.key === key ? before : { value: null, fault: null };
        return { key, ...kept(same, answer) };
      });
    });
    return () => {
      wanted = false;
    };
  }, [key, beat]);
  return key !== null && said.key === key ? said : { value: null, fault: null };
}
