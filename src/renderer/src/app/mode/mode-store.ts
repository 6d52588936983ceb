// Owns whether the mode sheet is open, and asking the engine for another mode. Refuses to decide:
// the engine says yes or no, and its sentence is what is shown.
import { create } from 'zustand';
import type { Mode } from '../../../../contract/status';
import { ask } from '../../link/client';
import { modeName } from '../../parts/text/words';
import { say } from '../../store/notices';

interface ModeSheetState {
  readonly open: boolean;
  /** What the engine said to the last request, null before one. */
  readonly refusal: string | null;
  readonly asking: boolean;
}

const CLOSED: ModeSheetState = { open: false, refusal: null, asking: false };
export const useModeSheet = create<ModeSheetState>()(() => CLOSED);

/** Opens or closes the sheet. */
export function showModeSheet(open: boolean): void {
  useModeSheet.setState({ ...CLOSED, open });
}

/** Asks for a mode; closes the sheet when the engine agrees. */
export async function askMode(mode: Mode): Promise<void> {
  useModeSheet.setState({ asking: true, refusal: null });
  const answer = await ask((client, signal) =>
    client.setMode({ mode, why: 'by hand at the console' }, { signal }),
  );
  if (!answer.ok) {
    useModeSheet.setState({ asking: false, refusal: answer.sentence });
    say('warning', `${modeName(mode)} refused. ${answer.sentence}`);
    return;
  }
  useModeSheet.setState(CLOSED);
  say('info', `Mode is ${modeName(answer.value.mode)}.`);
}
