// Owns proof of when the console sounds, and that no sound is long.
// Refuses a loudspeaker: all of it is reckoned.
import { describe, expect, it } from 'vitest';
import { soundsOf, type Scene } from '../../../src/renderer/src/app/look/sound/rules';
import { TONES } from '../../../src/renderer/src/app/look/sound/tones';

const CALM: Scene = { mode: 'ON_AIR', cue: 'M-1', failed: [], alarms: [] };
const WORSE: Scene = { mode: 'ON_AIR', cue: 'M-2', failed: ['S-1 declined'], alarms: ['n-1'] };

describe('the sounds', () => {
  it('are for what is new, not for what was there when the page was opened', () => {
    expect(soundsOf(null, WORSE)).toEqual([]);
    expect(soundsOf(CALM, CALM)).toEqual([]);
    expect(soundsOf(CALM, WORSE)).toEqual(['tick', 'failed', 'alarm']);
    expect(soundsOf(WORSE, WORSE)).toEqual([]);
    expect(soundsOf(WORSE, CALM)).toEqual(['tick']);
  });

  it('are the tick alone in rehearsal', () => {
    expect(soundsOf(CALM, { ...WORSE, mode: 'REHEARSAL' })).toEqual(['tick']);
    expect(soundsOf({ ...CALM, cue: null }, { ...CALM, cue: null })).toEqual([]);
  });

  it('end within 300 ms', () => {
    for (const tones of Object.values(TONES)) {
      const ends = tones.map(({ startMs, lengthMs }) => startMs + lengthMs);
      expect(Math.max(...ends)).toBeLessThanOrEqual(300);
    }
    expect(TONES.tick[0]?.fromHz).toBe(1_200);
    expect(TONES.alarm.every(({ fromHz, toHz }) => toHz < fromHz)).toBe(true);
  });
});
