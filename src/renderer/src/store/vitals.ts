// Owns the state of our link to the engine: the heartbeat, whether it is stale, the attempts to get
// back, and what the engine refused us. One ticker of 50 ms looks at the age of the last word.
import { create } from 'zustand';
import { addSample, offsetMs, type Samples } from './engine-time';
import { engineTimeMs, isStale, silentMs, type Heartbeat } from './heartbeat';

/** What screens know of the link. */
export interface Vitals {
  readonly phase: 'connecting' | 'linked' | 'down';
  /** Tries since the last good word; 0 while linked. */
  readonly attempt: number;
  readonly stale: boolean;
  /** The engine's time at its last word, null before the first. */
  readonly wordAtMs: number | null;
  /** Why the engine does not let us in, null when it does. */
  readonly refusal: string | null;
}

export const useVitals = create<Vitals>()(() => ({
  phase: 'connecting',
  attempt: 0,
  stale: false,
  wordAtMs: null,
  refusal: null,
}));

let beat: Heartbeat = { heardMonoMs: performance.now(), wordAtMs: null };
let samples: Samples = [];
const tenths = new Set<() => void>();

/** Notes a good batch of any feed: its `at` tells the engine's clock. */
export function noteEngineTime(atMs: number): void {
  samples = addSample(samples, atMs, performance.now());
}

/** Notes a good batch of the status feed: the heartbeat. */
export function noteHeartbeat(atMs: number): void {
  beat = { heardMonoMs: performance.now(), wordAtMs: atMs };
  useVitals.setState({
    phase: 'linked',
    attempt: 0,
    refusal: null,
    stale: false,
    wordAtMs: atMs,
  });
}

/** Notes that the link is gone or being made, and how often it was tried. */
export function noteAttempt(phase: 'connecting' | 'down', attempt: number): void {
  useVitals.setState({ phase, attempt });
}

/** Notes why the engine does not let us in; null once it does. */
export function noteRefusal(refusal: string | null): void {
  useVitals.setState({ refusal });
}

/** The engine's time now (epoch ms); its last word while stale; null before the first. */
export function engineNowMs(): number | null {
  return engineTimeMs(beat, { monoMs: performance.now(), offsetMs: offsetMs(samples) });
}

/** How long the engine has been silent. */
export function silenceMs(): number {
  return silentMs(beat, performance.now());
}

function look(): void {
  const stale = isStale(beat, performance.now());
  if (stale !== useVitals.getState().stale) useVitals.setState({ stale });
  for (const draw of tenths) draw();
}

/** Starts looking at the age of the last word; gives the stop. */
export function startPulse(): () => void {
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
  };
}

/** Calls `draw` about twenty times a second; gives the stop. */
export function eachTenth(draw: () => void): () => void {
  tenths.add(draw);
  return () => {
    tenths.delete(draw);
  };
}
