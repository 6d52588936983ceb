// Owns which mode the sheet was opened for, and asking the engine for another mode. Refuses to
// decide: the engine says yes or no, and its sentence is what is shown.
import { create } from 'zustand';
import type { Mode } from '../../../../contract/status';
import { ask } from '../../link/client';
import { modeName } from '../../parts/text/words';
import { say } from '../../store/notices';
import { showSheet, useSheet } from '../sheets/sheet-store';

interface ModeSheetState {
  readonly chosen: Mode | null;
  /** What the engine said to the last request, null before one. */
  readonly refusal: string | null;
  readonly asking: boolean;
}

const CLOSED: ModeSheetState = { chosen: null, refusal: null, asking: false };
export const useModeSheet = create<ModeSheetState>()(() => CLOSED);

/** Opens the sheet, with a mode chosen or none; an open one keeps what the engine said. */
export function showModeSheet(chosen: Mode | null): void {
  if (useSheet.getState().open !== 'mode') useModeSheet.setState({ ...CLOSED, chosen });
  showSheet('mode');
}

/** Chooses a mode in the sheet; choosing changes nothing. */
export function chooseMode(chosen: Mode): void {
  useModeSheet.setState({ chosen, refusal: null });
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
  showSheet(null);
  say('info', `Mode is ${modeName(answer.value.mode)}.`);
}
