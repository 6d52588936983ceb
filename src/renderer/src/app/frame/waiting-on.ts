// Owns how many things wait for a person on a screen.
// Pure. Refuses to count what needs nobody.
import type { Health, LiveStats } from '../../../../contract/status';
import type { Screen } from '../route';

/** What is looked at; `held` are quarantined markers. */
export interface WaitingInput {
  readonly held: number;
  readonly status: LiveStats | null;
  readonly health: Health | null;
}

/** As the status names them. */
const NEED_A_PERSON = ['unknown', 'declined', 'frozen', 'disputed'];

/** The number for a screen; 0 where nothing waits. */
export function waitingOn(screen: Screen, { held, status, health }: WaitingInput): number {
  if (screen === 'markers') return held;
  if (screen === 'settlements') {
    return NEED_A_PERSON.reduce((sum, state) => sum + (status?.settlements[state] ?? 0), 0);
  }
  const sick = health?.checks.filter((check) => check.status !== 'ok').length ?? 0;
  return screen === 'health' ? sick : 0;
}
