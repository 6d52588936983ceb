// Owns how the three sounds are made: a soft tick, two falling tones, one low tone, each under
// 300 ms and of one volume. Refuses to sound while muted, and under a driven browser, where nobody
// listens; a browser that keeps audio off until a key is pressed makes no sound until then.
import { create } from 'zustand';
import type { Sound } from './rules';

interface Tone {
  readonly startMs: number;
  readonly lengthMs: number;
  readonly fromHz: number;
  readonly toHz: number;
}

/** The tones of each sound. */
export const TONES: Readonly<Record<Sound, readonly Tone[]>> = {
  tick: [{ startMs: 0, lengthMs: 40, fromHz: 1_200, toHz: 1_200 }],
  alarm: [
    { startMs: 0, lengthMs: 130, fromHz: 880, toHz: 660 },
    { startMs: 150, lengthMs: 130, fromHz: 660, toHz: 440 },
  ],
  failed: [{ startMs: 0, lengthMs: 280, fromHz: 180, toHz: 180 }],
};
const VOLUME = 0.2;
const FADE_S = 0.01;
const KEPT_AS = 'cuebid.sound';

function remembered(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) === 'muted';
  } catch {
    // Storage may be switched off; sounds are then on until they are muted.
    return false;
  }
}

/** Whether this console is muted. */
export const useSound = create<{ readonly muted: boolean }>()(() => ({ muted: remembered() }));

/** Mutes this console, or lets it sound; the browser remembers it. */
export function mute(muted: boolean): void {
  useSound.setState({ muted });
  try {
    localStorage.setItem(KEPT_AS, muted ? 'muted' : 'on');
  } catch {
    // As above: nothing to keep it in.
  }
}

let audio: AudioContext | null = null;

function sing(context: AudioContext, tone: Tone): void {
  const startS = context.currentTime + tone.startMs / 1000;
  const endS = startS + tone.lengthMs / 1000;
  const voice = context.createOscillator();
  const gain = context.createGain();
  voice.frequency.setValueAtTime(tone.fromHz, startS);
  voice.frequency.linearRampToValueAtTime(tone.toHz, endS);
  gain.gain.setValueAtTime(0, startS);
  gain.gain.linearRampToValueAtTime(VOLUME, startS + FADE_S);
  gain.gain.linearRampToValueAtTime(0, endS);
  voice.connect(gain).connect(context.destination);
  voice.start(startS);
  voice.stop(endS);
}

/** Makes a sound, unless this console is muted. */
export function sound(which: Sound): void {
  if (useSound.getState().muted || navigator.webdriver) return;
  audio ??= new AudioContext();
  // Tones that were asked of a sleeping context would all sound at once when it wakes.
  if (audio.state !== 'running') {
    void audio.resume();
    return;
  }
  for (const tone of TONES[which]) sing(audio, tone);
}
