// Owns listening for what makes a sound: a cue taken, a settlement that failed, an alarm, which is
// repeated every 10 s until it is acknowledged. Refuses to sound for what is old.
import { useEffect, useRef } from 'react';
import { statusOf, useMarkers, useSettlements, useStatus } from '../../../store/feeds';
import { useNotices } from '../../../store/notices';
import { soundsOf, type Scene } from './rules';
import { sound } from './tones';

const AGAIN_MS = 10_000;
const FAILED: readonly string[] = ['unknown', 'declined', 'frozen', 'disputed'];

function useScene(): Scene {
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const cue = useMarkers(
    ({ items }) => items.find(({ status }) => status === 'ACCEPTED')?.id ?? null,
  );
  const { items } = useSettlements();
  const failed = items.filter(({ status }) => FAILED.includes(status));
  const { list } = useNotices();
  const alarms = list.filter(({ level, acknowledged }) => level === 'critical' && !acknowledged);
  return {
    mode,
    cue,
    failed: failed.map(({ id, status }) => `${id} ${status}`),
    alarms: alarms.map(({ key }) => key),
  };
}

/** Makes the sounds; used once, by the frame. */
export function useSounds(): void {
  const scene = useScene();
  const before = useRef<Scene | null>(null);
  const feedsRead = useMarkers(({ loaded }) => loaded);
  const settled = useSettlements(({ loaded }) => loaded);
  const ready = feedsRead && settled;
  useEffect(() => {
    if (!ready) return;
    for (const which of soundsOf(before.current, scene)) sound(which);
    before.current = scene;
  });
  const alarmed = scene.alarms.length > 0 && scene.mode !== 'REHEARSAL';
  useEffect(() => {
    if (!alarmed) return;
    const again = setInterval(() => {
      sound('alarm');
    }, AGAIN_MS);
    return () => {
      clearInterval(again);
    };
  }, [alarmed]);
}
