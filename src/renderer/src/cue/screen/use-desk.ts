// Owns the state of the Manual cue screen: what is selected, said and armed, and what the engine
// says of it. Refuses to be ready while the engine does not say that the selected pad can act.
import { useState } from 'react';
import type { TestCueResult } from '../../../../contract/auction';
import { MANUAL_PADS } from '../../../../contract/limits';
import type { ManualCueInput, ManualPad, PadTarget } from '../../../../contract/marker';
import type { PriceBook } from '../../../../contract/price-book';
import type { Mode } from '../../../../contract/status';
import { statusOf, useStatus } from '../../store/feeds';
import { cueInput, nothingSaid, targetOf, type Said } from '../draft';
import { readiness, type Readiness } from '../fire/arming';
import { useArming, type ArmingControls } from '../fire/use-arming';
import { padsOf } from '../pad-rules';
import type { PadState } from '../pads/pad-words';
import { useBeat, usePads, usePlan } from '../use-engine-says';
import { useWhyOff } from '../use-why-off';

/** Everything the screen shows and does. */
export interface Desk extends ArmingControls {
  readonly said: Said;
  /** Says something else; what was armed is not any more. */
  readonly change: (part: Partial<Said>) => void;
  readonly pads: readonly PadState[];
  readonly pad: ManualPad | null;
  readonly input: ManualCueInput | null;
  readonly answer: TestCueResult | null;
  /** What the pad was shown to act on, null where it makes an event of its own. */
  readonly target: PadTarget | null;
  readonly mode: Mode | null;
  readonly ready: Readiness;
  readonly word: string;
  readonly sentence: string;
  readonly noBytes: string;
}

const NOTHING = { eventId: null, markerId: null, heardAt: null };

function padStates(items: readonly PadState[] | null, off: string | null): readonly PadState[] {
  const known = items ?? MANUAL_PADS.map((pad) => ({ pad, off: 'asking the engine', ...NOTHING }));
  return off === null
    ? known
    : known.map((state) => ({ ...state, off: 'no word from the engine' }));
}

const WORDS: Readonly<Record<Readiness, string>> = {
  off: 'OFF',
  empty: '',
  'dry only': 'SELECTED',
  'arm first': 'SELECTED',
  ready: 'READY',
};

function wordOf(ready: Readiness, mode: Mode | null): string {
  return ready === 'ready' && mode === 'ON_AIR' ? 'ARMED' : WORDS[ready];
}

/** The desk. */
export function useDesk(book: PriceBook): Desk {
  const off = useWhyOff();
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const controls = useArming();
  const [said, setSaid] = useState(() => nothingSaid(padsOf(book).map(([type]) => type)));
  const { arming } = controls;
  const beat = useBeat();
  const asked = usePads(beat);
  const pads = padStates(asked.value?.items ?? null, off);
  const state = pads.find(({ pad }) => pad === arming.pad);
  const padOff = state?.off ?? null;
  const input = arming.pad === null ? null : cueInput(arming.pad, said);
  const plan = usePlan(padOff === null ? input : null, beat);
  const blocked = off ?? padOff ?? plan.fault;
  const answer = blocked === null ? plan.value : null;
  // What was not shown yet is not fired.
  const isShown = asked.value !== null && (arming.pad === null || answer !== null);
  const ready = readiness({ mode, arming, blocked: blocked !== null || !isShown });
  const select = 'Select a pad. Selecting fires nothing.';
  const happens = plan.value?.plan?.happens ?? 'Asking the engine what it would do.';
  return {
    ...controls,
    said,
    change: (part) => {
      setSaid((before) => ({ ...before, ...part }));
      controls.disarm();
    },
    pads,
    pad: arming.pad,
    input,
    answer,
    target: state === undefined || answer === null ? null : targetOf(state, answer.cue),
    mode,
    ready,
    word: wordOf(ready, mode),
    sentence: blocked ?? (arming.pad === null ? select : happens),
    noBytes: blocked ?? (arming.pad === null ? 'Select a pad to see its bytes.' : 'Asking.'),
  };
}
