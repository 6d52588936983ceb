// Owns what Health asks for: the machine every two seconds wherever one is, the log while it is
// looked at, the pre-flight when somebody runs it. Refuses to throw an older answer away when a
// newer question fails; the fault stands beside it.
import { create } from 'zustand';
import type { LogTail, Machine, Preflight } from '../../../../contract/host/machine';
import { ask, type EngineClient } from '../../link/client';
import { say } from '../../store/notices';

/** An answer, and why the last question failed (null when it did not). */
export interface Asked<T> {
  readonly value: T | null;
  readonly fault: string | null;
  readonly asking: boolean;
}

function asked<T>() {
  return create<Asked<T>>()(() => ({ value: null, fault: null, asking: false }));
}

export const useMachine = asked<Machine>();
export const useLog = asked<LogTail>();
export const usePreflight = asked<Preflight>();

type Question<T> = (client: EngineClient, signal: AbortSignal) => Promise<T>;

async function keep<T>(store: ReturnType<typeof asked<T>>, question: Question<T>): Promise<void> {
  if (store.getState().asking) return;
  store.setState({ asking: true });
  const answer = await ask(question);
  if (answer.ok) store.setState({ value: answer.value, fault: null, asking: false });
  else store.setState({ fault: answer.sentence, asking: false });
}

/** The sentence for a clock that jumped between two answers; null where it did not. */
export function clockNotice(before: Machine | null, now: Machine): string | null {
  const { lastStepAt, lastStepMs } = now.clock;
  if (before === null || lastStepMs === null || before.clock.lastStepAt === lastStepAt) return null;
  const by = `${lastStepMs > 0 ? '+' : ''}${(lastStepMs / 1000).toFixed(1)} s`;
  return `The engine's clock jumped by ${by}. Deadlines are not affected; times of day are.`;
}

/** Asks for the machine; a clock that jumped meanwhile is told. */
export async function askMachine(): Promise<void> {
  const before = useMachine.getState().value;
  await keep(useMachine, (client, signal) => client.machine({}, { signal }));
  const now = useMachine.getState().value;
  const notice = now === null ? null : clockNotice(before, now);
  if (notice !== null) say('warning', notice);
}

/** Asks for the last lines of the log. */
export async function askLog(): Promise<void> {
  await keep(useLog, (client, signal) => client.log({}, { signal }));
}

/** Runs the pre-flight. */
export async function runPreflight(): Promise<void> {
  await keep(usePreflight, (client, signal) => client.preflight({}, { signal }));
}
